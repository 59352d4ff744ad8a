"""The words of a check: why a target fails, what changed since an earlier check, and the notices around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

FAILURE: Catalogue = {
    "title": ("{name}（{id}）{status}", "{name} ({id}) {status}"),
    "chance_title": (
        "{name}（{id}）达标概率 {chance}，低于 {least}",
        "{name} ({id}) has a chance of {chance}, under {least}",
    ),
    "latest": ("{year} 年 {value}", "{value} in {year}"),
    "no_latest": ("没有实际值", "nothing observed"),
    "target": ("目标 {year} 年 {qualifier}{value}", "target {qualifier}{value} by {year}"),
    "progress": ("完成 {completion}，时序 {elapsed}", "{completion} done, {elapsed} of the time gone"),
    "pace": ("进度比 {pace}", "pace {pace}"),
    "chance": ("达标概率 {chance}", "chance {chance}"),
    "was": ("此前{status}", "was {status}"),
    "was_passing": ("此前未列为不达标", "did not fail before"),
    "between": ("；", "; "),
}

SUMMARY: Catalogue = {
    "title": ("{plan}{bullet}指标检查", "{plan}{bullet}check of indicators"),
    "failing": ("{count} 项目标中 {failing} 项未通过", "{failing} of {count} targets fail"),
    "none": ("{count} 项目标没有未通过的", "none of {count} targets fails"),
    "worse": ("{count} 项目标中 {failing} 项变差", "{failing} of {count} targets got worse"),
    "none_worse": ("{count} 项目标没有变差的", "none of {count} targets got worse"),
    "known": ("{count} 项此前已未通过，没有变差", "{count} failed before and are no worse"),
    "better": ("好转 {count} 项：{list}", "{count} better: {list}"),
    "moved": ("{id} {before}→{after}", "{id} {before} → {after}"),
    "moved_chance": ("{id} 达标概率 {before}→{after}", "{id} chance {before} → {after}"),
    "not_judged": ("{count} 项未能判断", "{count} not judged"),
    "between": ("；", "; "),
    "left_out": ("另有 {count} 项未逐条标出：{list}", "{count} more without an annotation of their own: {list}"),
    "stop": ("。", "."),
    "level": ("不通过的条件：{statuses}", "What fails: {statuses}"),
    "least_chance": ("达标概率低于 {chance}", "a chance under {chance}"),
    "more_rows": ("另有 {count} 项未列出", "{count} more are not listed"),
}

CASES: Catalogue = {
    "known": ("此前已未通过，没有变差", "failed before and is no worse"),
    "not_judged": ("未判断：{status}", "not judged: {status}"),
    "no_fault": ("没有问题", "no fault"),
}

COMMENT: Catalogue = {
    "indicator": ("指标", "Indicator"),
    "status": ("进展状态", "Status"),
    "latest": ("实际值", "Latest"),
    "target": ("目标值", "Target"),
    "pace": ("进度比", "Pace"),
    "probability": ("概率", "Chance"),
    "before": ("此前", "Before"),
}

FAULTS: Catalogue = {
    "title": ("{severity}：{code}", "{severity} {code}"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "note": ("提示", "note"),
    "counts": (
        "错误 {error} 个，警告 {warning} 个，提示 {note} 个",
        "{error} errors, {warning} warnings, {note} notes",
    ),
}

"""The words of a new plan folder: comments in its files, its README, and what is said when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue

ASSUMED: Catalogue = {
    "made_id": ("由名称或顺序得来，请定下不再改的代码", "made from the name; settle on one that will not change"),
    "same_name": ("表中没有这种语言的名称", "the table has no name in this language"),
    "no_group": ("表中没有分组", "the table has no group"),
    "from_unit": ("由单位推定，请核对", "taken from the unit; check it"),
    "plain_level": ("表中未写，按期末水平", "not said; taken for a level to be reached"),
    "from_direction": ("由方向推定，请核对", "taken from the direction; check it"),
    "end_of_plan": ("表中未写，按规划末年", "not said; the end of the plan"),
    "example": ("示例，请替换", "example; replace it"),
}

COMMENTS: Catalogue = {
    "targets": (
        "规划的目标。各键的含义见 docs/files.md，或用编辑器的提示；改后运行 kpi validate。",
        "The targets of the plan. Editors explain every key by the schema above; run kpi validate after a change.",
    ),
    "from_table": ("由 {title} 生成。", "Made from {title}."),
    "assumed": (
        "行尾有注释的值是推定的，请逐一核对。",
        "Values with a remark behind them were not in the table: check each.",
    ),
    "baseline": ("{year} 年的数值，各目标由此起算。", "Values of {year}, from which the targets count."),
    "direction": ("up 越高越好，down 越低越好；没有默认值", "up or down: more is better, or less; there is no default"),
    "measure": (
        "amount 总量、count 数量、share 比重、index 指数、rate 比率、rank 位次",
        "amount, count, share, index, rate or rank",
    ),
    "form": (
        "level 期末水平、growth 年均增长、change 累计变化、points 百分点、total 期内累计、every_year 每年、"
        "milestone 节点",
        "level, growth, change, points, total, every_year or milestone",
    ),
    "optional": (
        "另可写 owner 责任部门、binding 约束性、chapter 章、section 节、heading 段首、basis 价格、doubt 疑点",
        "also: owner, binding, chapter, section, heading, basis, breaks, doubt",
    ),
    "cuts": ("进展状态的分档；不写时用工具自带的", "the cuts between the statuses; the tool's own when absent"),
}

EXAMPLE: Catalogue = {
    "indicator": ("示例指标（请替换）", "Example indicator (replace it)"),
    "group": ("示例", "example"),
    "unit": ("家", "sites"),
    "plan": ("新规划", "New plan"),
    "note": ("示例数值，请替换", "made-up figure of the example; replace it"),
}

SAID: Catalogue = {
    "example": (
        "文件里的一个指标只是示例，请替换。",
        "The one indicator in the files is an example: replace it.",
    ),
    "assumed": (
        "有 {count} 个值是推定的，已在文件里注明，请核对。",
        "Values assumed, with a remark behind each of them in the files: {count}. Check them.",
    ),
    "next": (
        "下一步：kpi validate {folder}，kpi project --plan {folder} --all",
        "Next: kpi validate {folder}; kpi project --plan {folder} --all",
    ),
}

WORKFLOW: Catalogue = {
    "name": ("规划文件", "plan"),
    "files": ("文件是否正确", "Files"),
    "figures": ("缺口表", "Gap table"),
}

README: Catalogue = {
    "text": (
        """# {name}

{start}–{end} 年规划，以 {baseline_year} 年为基期。各文件：

| 文件 | 内容 |
|---|---|
| `targets.yaml` | 指标和目标 |
| `baseline_{baseline_year}.yaml` | {baseline_year} 年的数值 |
| `actuals.csv` | 公布的实际值，一行一个；`id,year,value,unit`，另可有 `period,status,published,source,note` |
| `schema/` | 供编辑器提示和检查的 JSON Schema |
| `.github/workflows/plan.yml` | 每次提交时检查文件 |

```text
kpi validate .                       检查文件
kpi project --plan . --all           缺口表
kpi show --plan . 指标代码            一个指标的全部信息
kpi template --plan . -o 填报表.xlsx  供部门填写
kpi import --plan . 填报表.xlsx       读回，加 --apply 写入
kpi report --plan . -o 报告.html      评估报告
```
""",
        """# {name}

A plan for {start} to {end}, counted from {baseline_year}. Its files:

| file | holds |
|---|---|
| `targets.yaml` | indicators and targets |
| `baseline_{baseline_year}.yaml` | the values of {baseline_year} |
| `actuals.csv` | published figures, one a row: `id,year,value,unit`, optionally `period,status,published,source,note` |
| `schema/` | JSON Schemas, by which editors complete and check |
| `.github/workflows/plan.yml` | checks the files whenever they change |

```text
kpi validate .                      are the files right
kpi project --plan . --all          the gap table
kpi show --plan . ID                everything known of one indicator
kpi template --plan . -o form.xlsx  a form for departments
kpi import --plan . form.xlsx       reads it back; --apply writes
kpi report --plan . -o report.html  the evaluation
```
""",
    ),
}

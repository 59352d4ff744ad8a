"""A small plan folder in memory and on disk."""

from pathlib import Path

from lixia_kpi.folder.open import open_folder

INVALID = Path(__file__).parents[2] / "data" / "invalid"
SAMPLE = INVALID / "folder_without_baseline" / "targets.yaml"
BASELINE = INVALID / "folder_without_targets" / "baseline_2020.yaml"


def write_plan(folder, actuals=None, *, baseline=None):
    (folder / "targets.yaml").write_bytes(SAMPLE.read_bytes())
    text = BASELINE.read_text(encoding="utf-8") if baseline is None else baseline
    (folder / "baseline_2020.yaml").write_text(text, encoding="utf-8")
    if actuals is not None:
        (folder / "actuals.csv").write_text(actuals, encoding="utf-8")
    return str(folder)


def plan_with(folder, actuals, **options):
    return open_folder(write_plan(folder, actuals, **options))

"""`kpi show`: everything known of one indicator."""

from lixia_kpi.cli.options import Evidence, Id, Input, Output, Screen


def run(id_: Id, source: Input, evidence: Evidence, output: Output, screen: Screen) -> int:
    """Show an indicator's place in the plan, its targets, its figures with their sources, its doubts."""
    from lixia_kpi.cli.judging import judge, known_ids
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import show_page
    from lixia_kpi.cli.result import put_record
    from lixia_kpi.folder.derived import derivation_of
    from lixia_kpi.folder.series import series_of
    from lixia_kpi.tables.show import indicator_page, page_record

    folder = open_plan(source.plan, source.actuals)
    (name,) = known_ids(folder.plan, [id_])
    series = series_of(folder, as_of=evidence.as_of, vintage=evidence.vintage)
    one = next(s for s in series if s.indicator.id == name)
    derivation = derivation_of(one.indicator, series, folder)
    page = indicator_page(judge(folder, evidence), one, folder.observations, derivation)
    put_record(lambda: page_record(page), show_page(page), folder.plan, output, screen)
    return 0

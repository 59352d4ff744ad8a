"""`kpi path`: required pathway, actual and projection, year by year."""

from lixia_kpi.cli.options import Evidence, Input, NeededIds, Output, PathOutput, Screen


def run(ids: NeededIds, source: Input, evidence: Evidence, output: PathOutput, screen: Screen) -> int:
    """Draw the pathways of some indicators and list their years."""
    from lixia_kpi.cli.judging import judge, known_ids
    from lixia_kpi.cli.opening import open_plan
    from lixia_kpi.cli.pages import path_page
    from lixia_kpi.cli.picture_result import check_picture, picture_format
    from lixia_kpi.cli.result import put
    from lixia_kpi.tables.path import path_report, path_table

    picture = picture_format(output.path_format, output.output)
    if picture is not None:
        check_picture(picture, output.output, for_tables=output.columns is not None or output.excel)
    folder = open_plan(source.plan, source.actuals)
    report = path_report(judge(folder, evidence), known_ids(folder.plan, ids))
    if picture is not None:
        from lixia_kpi.cli.language import language_for
        from lixia_kpi.cli.picture_result import put_picture
        from lixia_kpi.render.picture.pathways import path_picture

        lang = language_for(screen.lang, folder.plan.info.language)
        put_picture(lambda font: path_picture(report, font, lang=lang), picture, output.output)
        return 0
    table = Output(output.path_format, output.output, output.columns, output.excel)
    put(lambda: path_table(report), path_page(report), folder.plan, table, screen)
    return 0

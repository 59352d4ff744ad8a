"""`kpi info`: what a maintainer needs to know of an installation; no path, no time."""

DISTRIBUTIONS = ("typer", "click", "numpy", "pyyaml", "pandas")


def run() -> int:
    """Print versions and the environment."""
    import locale
    import platform
    import sys
    from importlib.metadata import PackageNotFoundError, version

    from lixia_kpi.cli.console import console, is_terminal
    from lixia_kpi.cli.language import early_language
    from lixia_kpi.cli.output import write
    from lixia_kpi.folder.open import open_folder
    from lixia_kpi.version import __version__

    facts = {
        "kpi": __version__,
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "system": f"{platform.system()} {platform.machine()}",
    }
    for name in DISTRIBUTIONS:
        try:
            facts[name] = version(name)
        except PackageNotFoundError:
            facts[name] = "-"
    screen = console()
    shipped = open_folder(None).plan
    facts |= {
        "language": early_language(),
        "locale": locale.getencoding(),
        "output": f"{screen.encoding}, {'terminal' if is_terminal() else 'no terminal'}",
        "arguments": sys.getfilesystemencoding(),
        "shipped plan": f"{shipped.info.id}, {len(shipped.indicators)} indicators",
    }
    width = max(map(len, facts))
    write("".join(f"{name:{width}}  {fact}\n" for name, fact in facts.items()).encode(), None)
    return 0

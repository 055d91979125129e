"""Settings of the whole suite, and the sample reports as documents."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tabayyun.ingest import Given, Loaded, load

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

settings.register_profile("tabayyun", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tabayyun")


def example_files() -> list[Path]:
    """The sample reports in the order in which `make demo` reads them."""
    return [p for ending in ("txt", "html", "jsonl") for p in sorted(EXAMPLES.glob(f"*.{ending}"))]


@pytest.fixture(scope="session")
def examples() -> Loaded:
    """The sample reports, read as `make demo` reads them."""
    (bundle,) = load([(p.name, p) for p in example_files()], Given(published="2031-03-12", title_is_first_line=True))
    return bundle

"""The text room's building blocks hold their figures on their own constructed rows."""

import json
from pathlib import Path

import pytest

from eval import blocks


@pytest.mark.parametrize("block", blocks.BLOCKS)
def test_no_figure_of_a_block_is_below_its_floor(block: str) -> None:
    floors = json.loads(blocks.FLOORS.read_text(encoding="utf-8"))
    assert floors[block].keys() == set(blocks.PARTS)
    assert blocks.fallen({block: blocks.measure(block)}) == []


@pytest.mark.parametrize("block", blocks.BLOCKS)
def test_half_of_a_blocks_rows_are_held(block: str) -> None:
    found = [row["part"] for row in blocks.rows(block)]
    assert len(found) >= 60
    assert set(found) == set(blocks.PARTS)
    assert found.count("held") >= len(found) // 2 - 1


@pytest.mark.parametrize("block", blocks.BLOCKS)
def test_no_row_stands_twice(block: str) -> None:
    found = [tuple(v for k, v in row.items() if k != "part") for row in blocks.rows(block)]
    assert sorted(set(found)) == sorted(found)


def test_a_fallen_figure_is_named_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"folding": {"open": 1.1}}', encoding="utf-8")
    monkeypatch.setattr(blocks, "FLOORS", floors)
    monkeypatch.setattr(blocks, "BLOCKS", {"folding": blocks.folding})
    assert blocks.main([]) == 1
    assert "below its floor 1.1000" in capsys.readouterr().out

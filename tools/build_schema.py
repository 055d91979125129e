"""The JSON Schema of the public format -> `docs/reference/schema.json`; a test holds it current."""

import json
from pathlib import Path

from tabayyun.dossier.bundle import schema

OUT = Path(__file__).parent.parent / "docs" / "reference" / "schema.json"

if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")

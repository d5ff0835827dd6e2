"""The licences as they were read: id, EU verdict, clauses that count against it, four freedoms, commercial use, OSI."""

from __future__ import annotations

from typing import NamedTuple

TABLE = """
apache-2.0                  | yes       | -             | YYYY | yes         | yes
mit                         | yes       | -             | YYYY | yes         | yes
mit-0                       | yes       | -             | YYYY | yes         | yes
bsd-2-clause                | yes       | -             | YYYY | yes         | yes
bsd-3-clause                | yes       | -             | YYYY | yes         | yes
bsd-3-clause-clear          | yes       | -             | YYYY | yes         | no
isc                         | yes       | -             | YYYY | yes         | yes
unlicense                   | yes       | -             | YYYY | yes         | yes
mulanpsl-2.0                | yes       | -             | YYYY | yes         | yes
gpl-3.0                     | yes       | -             | YYYY | yes         | yes
agpl-3.0                    | yes       | -             | YYYY | yes         | yes
lgpl-3.0                    | yes       | -             | YYYY | yes         | yes
mpl-2.0                     | yes       | -             | YYYY | yes         | yes
eupl-1.2                    | yes       | -             | YYYY | yes         | yes
cc0-1.0                     | yes       | -             | YYYY | yes         | no
cc-by-4.0                   | yes       | -             | YYYY | yes         | no
cc-by-sa-4.0                | yes       | -             | YYYY | yes         | no
cc-by-nc-4.0                | no        | D1            | YCCC | no          | no
cc-by-nc-sa-4.0             | no        | D1            | YCCC | no          | no
cc-by-nd-4.0                | no        | D2 D6         | YYCC | yes         | no
cc-by-nc-nd-4.0             | no        | D1 D2 D6      | YCCC | no          | no
cdla-permissive-2.0         | yes       | -             | YYYY | yes         | no
odc-by-1.0                  | yes       | -             | YYYY | yes         | no
odbl-1.0                    | yes       | -             | YYYY | yes         | no
openmdw-1.0                 | yes       | -             | YYYY | yes         | no
openmdw-1.1                 | yes       | -             | YYYY | yes         | no
bigscience-bloom-rail-1.0   | leans_no  | D8 D10        | YCCC | yes         | no
bigscience-openrail-m       | leans_no  | D8 D10        | YCCC | yes         | no
creativeml-openrail-m       | leans_no  | D8 D10        | YCCC | yes         | no
openrail++                  | leans_no  | D8 D10        | YCCC | yes         | no
bigcode-openrail-m          | contested | D8 D10        | YCCC | yes         | no
llama1                      | no        | D1            | CCCC | no          | no
llama2                      | no        | D3 D8 D9      | CCCC | threshold   | no
llama3                      | no        | D3 D8 D9 D11  | CCCC | threshold   | no
llama3.1                    | no        | D3 D8 D11     | CCCC | threshold   | no
llama3.2                    | no        | D3 D5 D8 D11  | CCCC | threshold   | no
llama3.3                    | no        | D3 D8 D11     | CCCC | threshold   | no
llama4                      | no        | D3 D5 D8 D11  | CCCC | threshold   | no
muse-glimmer                | contested | D8            | YCCC | yes         | text
sam-license                 | leans_no  | D8 D15        | YCCC | yes         | no
dinov3-license              | leans_no  | D8 D15        | YCCC | yes         | no
fair-noncommercial-research | no        | D1            | CCCC | no          | no
gemma                       | leans_no  | D8 D10        | CCCC | yes         | no
hai-def                     | leans_no  | D8 D10        | CCCC | yes         | no
gemini-api                  | no        | D0            | NCNN | yes         | n/a
qwen                        | no        | D3            | YCCC | threshold   | no
tongyi-qianwen              | no        | D3 D9         | YCCC | threshold   | no
qwen-research               | no        | D1            | YCCC | no          | no
qwen-community-1.0          | no        | D4 D11        | YCCC | threshold   | no
qwen3.8-max                 | no        | D3 D4 D11     | YCCC | threshold   | no
deepseek                    | leans_no  | D8 D10        | YCCC | yes         | no
mnpl-0.1                    | no        | D1            | CCCC | no          | no
mrl-0.1                     | no        | D1            | CCCC | no          | no
mistral-modified-mit        | no        | D3            | YCCC | threshold   | no
falcon-180b                 | no        | D4 D8 D10     | YCCC | conditional | no
falcon-llm-license          | leans_no  | D8 D10        | YCCC | yes         | no
falcon-llm-1.0-legacy       | no        | D7 D8         | YCCC | threshold   | no
cohere-cc-by-nc             | no        | D1 D8         | CCCC | no          | no
nvidia-open-model           | leans_no  | D8 D10 D13    | YCCC | yes         | no
nvidia-nemotron-open-model  | leans_yes | -             | YYYY | yes         | no
apple-amlr                  | no        | D1            | YCCC | no          | no
apple-ascl                  | leans_yes | -             | YYYY | yes         | no
grok2-community             | no        | D9 D11 D8     | YCCC | yes         | no
kimi-modified-mit           | contested | D11           | YYYY | yes         | no
kimi-k3                     | no        | D3 D4 D11     | YCCC | threshold   | no
minimax-model               | leans_no  | D8            | YCCC | yes         | no
minimax-m2-modified-mit     | contested | D11           | YYYY | yes         | no
minimax-m2.7-nc             | no        | D1 D4         | YCCC | no          | no
minimax-community           | no        | D3 D8 D11 D12 | YCCC | threshold   | no
minimax-h3-community        | no        | D3 D5         | CCCC | threshold   | no
glm-4-license               | leans_no  | D12 D8        | CCCC | conditional | no
glm-5.3                     | leans_no  | D3            | YCCC | threshold   | no
stabilityai-community       | no        | D3 D9 D11 D12 | CCCC | threshold   | no
stabilityai-nc-research     | no        | D1            | CCCC | no          | no
flux-dev-nc                 | no        | D1 D9         | CCCC | no          | no
ltxv-owl                    | no        | D3 D8 D10     | YCCC | threshold   | no
ltx-2.x-community           | no        | D3 D8 D10     | YCCC | threshold   | no
tencent-hunyuan-community   | no        | D3 D5 D8 D9   | CCCC | threshold   | no
tencent-hunyuan-1m          | no        | D3 D5 D8 D9   | CCCC | threshold   | no
playground-v2-community     | no        | D3 D8 D9      | YCCC | threshold   | no
krea-2-community            | no        | D3            | CCCC | threshold   | no
fair-ai-public-1.0-sd       | leans_no  | D8            | YCCC | yes         | no
exaone-nc                   | no        | D1 D9 D15     | YCCC | no          | no
k-exaone                    | no        | D4 D15        | YCCC | conditional | no
hyperclovax-seed            | no        | D3 D4 D10 D11 | YCCC | threshold   | no
jamba-open-model            | no        | D3            | YCCC | threshold   | no
dbrx                        | no        | D3 D8 D9 D10  | YCCC | threshold   | no
lfm1.0                      | no        | D3            | YCCC | threshold   | no
open-aleph-1.0              | no        | D1            | YCCC | no          | no
bilibili-model              | no        | D3 D8 D9      | YCCC | threshold   | no
baichuan2-community         | no        | D3 D4 D12     | YCCC | threshold   | no
yi-legacy                   | contested | D12           | YCCC | conditional | no
internlm-legacy             | contested | D12           | YCCC | conditional | no
ai2-impact                  | leans_no  | D8 D12        | CCCC | conditional | no
microsoft-research-license  | no        | D1            | CCCC | no          | no
coqui-public-model          | no        | D1            | YCCC | no          | no
alphafold3-weights          | no        | D1 D2 D12     | CCCN | no          | no
polyform-noncommercial      | no        | D1            | YCCC | no          | no
polyform-small-business     | no        | D3            | YCCC | threshold   | no
busl-1.1                    | no        | D4            | YCCC | conditional | no
sspl-1.0                    | leans_no  | D14           | YCYY | yes         | no
openai-api                  | no        | D0            | NCNN | yes         | n/a
anthropic-api               | no        | D0            | NCNN | yes         | n/a
proprietary-api-generic     | no        | D0            | NCNN | per         | n/a
none-or-unknown             | no        | D0            | CNNN | no          | no
"""


class Row(NamedTuple):
    """One licence as it was read."""

    id: str
    verdict: str
    codes: tuple[str, ...]
    rights: str
    commercial: str
    osi: str


def rows() -> list[Row]:
    """Every licence of the table."""
    found = []
    for line in TABLE.strip().splitlines():
        key, verdict, codes, rights, commercial, osi = (part.strip() for part in line.split("|"))
        found.append(Row(key, verdict, () if codes == "-" else tuple(codes.split()), rights, commercial, osi))
    return found

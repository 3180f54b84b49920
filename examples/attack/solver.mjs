// Solves the programs that are written to it, one JSON text a line, with HiGHS: `npm install highs`.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.argv.at(-1) + "/");
const load = require("highs");
const options = { output_flag: false, time_limit: 5 };

let highs = await load({});
for await (const line of createInterface({ input: process.stdin })) {
  const { program, many, gap } = JSON.parse(line);
  let answer = { status: "failed", counts: [] };
  try {
    const { Status, Columns } = highs.solve(program, { ...options, mip_rel_gap: gap });
    const has = Object.keys(Columns).length > 0 && Number.isFinite(Columns.x0?.Primal);
    const counts = has ? Array.from({ length: many }, (_, at) => Math.round(Columns[`x${at}`].Primal)) : [];
    answer = { status: Status, counts };
  } catch (error) {
    answer.status = String(error);
    highs = await load({});
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

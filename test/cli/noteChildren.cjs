// Loaded before a program: notes in the folder NOTES what its environment is, and every process that it starts.
const { appendFileSync } = require('node:fs');
const { ChildProcess } = require('node:child_process');

const folder = process.env.NOTES;
appendFileSync(`${folder}/environments`, `${JSON.stringify(process.env)}\n`);
const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function noted(options) {
  appendFileSync(`${folder}/children`, `${JSON.stringify(options.args)}\n`);
  return spawn.call(this, options);
};

-- Posts one line of a file after the other as a statement and counts what is accepted.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  accepted, other = 0, 0
  bodies = io.lines(args[1])
  local file = io.open(args[2])
  headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. file:read("*l") }
  file:close()
end

function request()
  local body = bodies()
  if body == nil then
    wrk.thread:stop()
    body = ""
  end
  return wrk.format("POST", "/statements", headers, body)
end

function response(status)
  if status == 201 then accepted = accepted + 1 else other = other + 1 end
end

function done(summary, latency)
  local accepted, other = 0, 0
  for _, thread in ipairs(threads) do
    accepted = accepted + thread:get("accepted")
    other = other + thread:get("other")
  end
  print(string.format("accepted=%d other=%d micros=%d p50=%d p99=%d",
    accepted, other, summary.duration, latency:percentile(50), latency:percentile(99)))
end

// A SPARQL endpoint around Oxigraph for Node: node oxigraph.cjs PACKAGE PORT FILE.nt|FILE.ttl…
const fs = require('node:fs')
const http = require('node:http')

const [folder, port, ...files] = process.argv.slice(2)
const { Store } = require(folder)
const store = new Store()

function* pieces(file) {
  const descriptor = fs.openSync(file)
  const buffer = Buffer.alloc(1 << 20)
  for (let read = fs.readSync(descriptor, buffer); read > 0; read = fs.readSync(descriptor, buffer)) {
    yield new Uint8Array(buffer.subarray(0, read))
  }
  fs.closeSync(descriptor)
}

for (const file of files) {
  store.load(pieces(file), { format: file.endsWith('.nt') ? 'nt' : 'ttl', no_transaction: true })
}

const server = http.createServer((request, response) => {
  const query = new URL(request.url, 'http://localhost').searchParams.get('query')
  const turtle = request.headers.accept === 'text/turtle'
  try {
    const body = store.query(query, { results_format: turtle ? 'ttl' : 'json' })
    response.setHeader('Content-Type', turtle ? 'text/turtle' : 'application/sparql-results+json')
    response.end(body)
  } catch (refused) {
    response.statusCode = 400
    response.end(String(refused))
  }
})
server.keepAliveTimeout = 600_000
server.listen(Number(port), '127.0.0.1')

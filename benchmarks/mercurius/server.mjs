// Mercurius with JIT: the same schema's part over the bare driver, with the same duties as the other servers.
// Its SQL and constants come from `benchmarks/by_hand.py`, in YARDSTICK.
import { createHash } from "node:crypto"
import { DatabaseSync } from "node:sqlite"
import rateLimit from "@fastify/rate-limit"
import Fastify from "fastify"
import mercurius from "mercurius"
import pg from "pg"

const { statements, orderIs, may, ends, pages, next } = JSON.parse(process.env.YARDSTICK)
const url = process.env.DATABASE_URL

const schema = `
  type Query { order(id: ID!): Order }
  type Mutation { setUpLater(input: ServiceInput!): Payload! setUpNow(input: ServiceInput!): Payload! }
  input ServiceInput { serviceId: ID! }
  type Payload { order: Order userErrors: [UserError!]! }
  type UserError { code: String! message: String! field: String }
  type Order {
    id: ID! orderNumber: String! companyName: String! status: String! provisioningStatus: String! version: Int!
    nextStep: String deadline: String viewerRole: String! allowedMutations: [String!]! subscription: Subscription!
    partnerOrganization: Organization customerOrganization: Organization services: [Service!]!
  }
  type Subscription {
    subscriptionNumber: String! offer: String! termMonths: Int! startDate: String! endDate: String! licenses: [License!]!
  }
  type License { id: ID! name: String! service: String! scope: String! totalUnits: Int! }
  type Organization { id: ID! displayName: String! country: String }
  type Service { id: ID! kind: String! state: String! progress: Float! nextStep: String savedAt: String }
`

const publicId = (kind, number) => Buffer.from(`${kind}:${number}`).toString("base64url")
const numberOf = (id) => Number(Buffer.from(id, "base64url").toString().split(":")[1])
const hashed = (text) => createHash("sha256").update(text).digest("hex")
// Times with microseconds, as the database has them.
const moment = (stored) => stored && `${stored}`.replace(" ", "T").replace(/\+00$/, "+00:00")

function sqlite() {
  const database = new DatabaseSync(url.slice("sqlite://".length))
  database.exec("PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 100")
  const prepared = Object.fromEntries(
    Object.entries(statements).map(([name, text]) => [name, database.prepare(text.replaceAll("$", "?"))]),
  )
  const connection = { rows: async (name, ...values) => prepared[name].all(...values) }
  let last = Promise.resolve()
  async function write(work) {
    database.exec("BEGIN IMMEDIATE")
    try {
      const answer = await work(connection)
      database.exec("COMMIT")
      return answer
    } catch (error) {
      database.exec("ROLLBACK")
      throw error
    }
  }
  return {
    now: () => new Date().toISOString().replace("T", " ").replace("Z", "000+00:00"),
    reading: (work) => work(connection),
    writing(work) {
      // One transaction after the other.
      const done = last.then(() => write(work))
      last = done.catch(() => undefined)
      return done
    },
  }
}

function postgres() {
  for (const type of [1082, 1184]) pg.types.setTypeParser(type, String) // days and times as they are
  pg.types.setTypeParser(20, Number)
  const [, user, database, host] = /^postgres:\/\/([^@]*)@\/([^?]*)\?host=(.*)$/.exec(url)
  const pool = new pg.Pool({ user, database, host, max: 10, options: "-c timezone=UTC" })
  const on = (client) => ({
    rows: async (name, ...values) => (await client.query({ name, text: statements[name], values })).rows,
  })
  return {
    now: () => new Date(),
    reading: (work) => work(on(pool)),
    async writing(work) {
      const client = await pool.connect()
      try {
        await client.query("BEGIN")
        const answer = await work(on(client))
        await client.query("COMMIT")
        return answer
      } catch (error) {
        await client.query("ROLLBACK")
        throw error
      } finally {
        client.release()
      }
    },
  }
}

const database = url.startsWith("sqlite://") ? sqlite() : postgres()

const organization = (row, slot) => ({
  id: publicId("Organization", row[`${slot}_organization_id`]),
  displayName: row[slot],
  country: row[`${slot}_country`],
})

const orderOf = (row, nextStep) => ({
  number: row.id,
  id: publicId("Order", row.id),
  orderNumber: row.order_number,
  companyName: row.company_name,
  status: row.status,
  version: row.version,
  nextStep,
  deadline: moment(row.deadline),
  allowedMutations: may,
  ...orderIs,
  subscription: {
    number: row.id,
    subscriptionNumber: row.subscription_number,
    offer: row.offer,
    termMonths: row.term_months,
    startDate: row.requested_start_date,
    endDate: ends,
  },
  partnerOrganization: organization(row, "partner"),
  customerOrganization: organization(row, "customer"),
})

const change = (state) => (_, { input }, context) =>
  database.writing(async (connection) => {
    const { viewer, key, body } = context
    const service = numberOf(input.serviceId)
    const [order] = await connection.rows("owner", service, viewer)
    if (!order) throw new Error("Nobody's")
    const [answered] = await connection.rows("answered", viewer, key)
    if (!answered) {
      const at = database.now()
      await connection.rows("change", state, service)
      await connection.rows("raise", at, order.id)
      await connection.rows("tell", order.id, at, viewer, order.version + 1)
      const answer = JSON.stringify({ version: order.version + 1 })
      await connection.rows("remember", viewer, key, hashed(body), answer, at)
    }
    const [row] = await connection.rows("order", order.id, viewer)
    const services = await connection.rows("services", order.id)
    return { order: { ...orderOf(row, next[state]), read: services }, userErrors: [] }
  })

const resolvers = {
  Query: {
    order: async (_, { id }, { viewer }) => {
      const [row] = await database.reading((connection) => connection.rows("order", numberOf(id), viewer))
      return row ? orderOf(row, "SERVICES") : null
    },
  },
  Mutation: { setUpLater: change("DEFERRED"), setUpNow: change("DRAFT") },
  Order: {
    services: async ({ number, read }) => {
      const rows = read ?? (await database.reading((connection) => connection.rows("services", number)))
      return rows.map((row) => ({
        id: publicId("Service", row.id),
        kind: row.kind,
        state: row.state,
        progress: 0,
        nextStep: pages[row.kind],
        savedAt: moment(row.saved_at),
      }))
    },
  },
  Subscription: {
    licenses: async ({ number }) => {
      const rows = await database.reading((connection) => connection.rows("licenses", number))
      return rows.map((row) => ({
        id: publicId("License", row.id),
        name: row.name,
        service: row.service,
        scope: row.scope,
        totalUnits: row.total_units,
      }))
    },
  },
}

const sessionOf = (request) => /(?:^|; )session=([^;]*)/.exec(request.headers.cookie ?? "")?.[1] ?? ""

const app = Fastify({ bodyLimit: 256 * 1024 })
await app.register(rateLimit, { max: 1_000_000, timeWindow: "1 minute", keyGenerator: sessionOf })
await app.register(mercurius, {
  schema,
  resolvers,
  jit: 1,
  queryDepth: 12,
  async context(request) {
    const [found] = await database.reading((connection) =>
      connection.rows("session", hashed(sessionOf(request)), database.now()),
    )
    const body = JSON.stringify(request.body)
    return { viewer: found?.email_key ?? "", key: request.headers["idempotency-key"], body }
  },
})
await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) })

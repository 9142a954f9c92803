package knowledge

import "github.com/stridelint/stridelint/lint"

// sensitivePorts is the ports, over TCP, of services that are meant for other services and not for a network of strangers: what
// listens there, and what whoever reaches it can try. The numbers are the services' own defaults, as their documentation has them,
// November 2026. Ports that other programs use as often, such as 8080, 8888 and 9000, are left out.
var sensitivePorts = [...]struct {
	port     uint16
	service  string
	gain     string
	severity lint.Severity
}{
	{1433, "SQL Server", reachesData, lint.Medium},
	{1521, "Oracle Database", reachesData, lint.Medium},
	{2181, "ZooKeeper", asksNobody, lint.Medium},
	{2375, "the Docker daemon without TLS", "is root on the host with one request", lint.Critical},
	{2376, "the Docker daemon", "is root on the host with one stolen client key", lint.High},
	{2377, "the managers of a Docker swarm", "can join the swarm with one stolen token", lint.Medium},
	{2379, "etcd", "can try to read and change every object of the cluster", lint.High},
	{2380, "the members of etcd", "can try to pose as one of them", lint.High},
	{3306, "MySQL", reachesData, lint.Medium},
	{4369, "Erlang's port mapper", "finds the nodes of a cluster that trust one cookie", lint.Medium},
	{5432, "PostgreSQL", reachesData, lint.Medium},
	{5601, "Kibana", reachesAdministration, lint.Medium},
	{5672, "RabbitMQ", reachesData, lint.Medium},
	{5900, "VNC", "can try to take the screen over", lint.Medium},
	{5984, "CouchDB", reachesData, lint.Medium},
	{6379, "Redis", asksNobody, lint.Medium},
	{7474, "Neo4j", reachesData, lint.Medium},
	{7687, "Neo4j", reachesData, lint.Medium},
	{8086, "InfluxDB", reachesData, lint.Medium},
	{8500, "Consul", asksNobody, lint.Medium},
	{9042, "Cassandra", asksNobody, lint.Medium},
	{9092, "Kafka", asksNobody, lint.Medium},
	{9200, "Elasticsearch", reachesData, lint.Medium},
	{9300, "the nodes of Elasticsearch", reachesData, lint.Medium},
	{10250, "the kubelet", "can try to run commands in every container of the node", lint.High},
	{10255, "the kubelet without a login", "reads what runs on the node", lint.High},
	{11211, "Memcached", asksNobody, lint.Medium},
	{15672, "the administration of RabbitMQ", reachesAdministration, lint.Medium},
	{26257, "CockroachDB", reachesData, lint.Medium},
	{27017, "MongoDB", reachesData, lint.Medium},
	{27018, "the shards of MongoDB", reachesData, lint.Medium},
	{27019, "the configuration servers of MongoDB", reachesData, lint.Medium},
	{28015, "RethinkDB", reachesData, lint.Medium},
}

const (
	reachesData           = "can try passwords and known bugs against its data"
	reachesAdministration = "can try passwords and known bugs against its administration"
	asksNobody            = "reads and changes its data, since it asks nobody for a password unless told to"
)

// SensitivePort is a service that is known by its port.
type SensitivePort struct {
	Port     uint16
	Service  string
	Gain     string // what whoever reaches it can do: the end of a sentence
	Severity lint.Severity
}

// SensitivePortIn is the first of the ports in a range at which a service listens that is meant for other services alone; false if
// there is none.
func SensitivePortIn(r lint.PortRange) (SensitivePort, bool) {
	for _, p := range sensitivePorts {
		if r.Holds(p.port) {
			return SensitivePort{p.port, p.service, p.gain, p.severity}, true
		}
	}
	return SensitivePort{}, false
}

package io.lodestone.local.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands for a service: says that it is ready where it is told to listen, or ends at once if told to fail. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("fail")) {
            System.out.println("the checkpoint kept outside does not agree");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("listening on " + port);
    }
}

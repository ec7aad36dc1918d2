package io.lodestone.local.host;

import io.lodestone.local.process.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything listens: each port at a fixed distance from one base, so that one setting moves them all.
 *
 * <p>From the default base: lot-registry 18081, custody-service 18082, certificate-service 18083, their health and
 * metrics at 19081 to 19083, PostgreSQL 18432.
 */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 18000;
    private static final int MANAGEMENT = 1000;
    private static final int POSTGRES = 432;

    public Ports {
        if (base < 1024 || base > 64000) {
            throw new LaunchException("the port base must lie between 1024 and 64000, not at " + base);
        }
    }

    public int http(Service service) {
        return base + service.portOffset();
    }

    public int management(Service service) {
        return base + MANAGEMENT + service.portOffset();
    }

    public int postgres() {
        return base + POSTGRES;
    }

    public String url(Service service) {
        return "http://127.0.0.1:" + http(service);
    }

    /** Refuses to go on while any of the ports is taken, naming each and the setting that moves them. */
    public void requireFree() {
        List<String> taken = new ArrayList<>();
        byName().forEach((port, name) -> {
            if (!free(port)) {
                taken.add(port + " (" + name + ")");
            }
        });
        if (!taken.isEmpty()) {
            throw new LaunchException("taken by another program on 127.0.0.1: port " + String.join(", port ", taken)
                    + "\nStop that program, or move all ports with --port-base N or LODESTONE_PORT_BASE=N (now " + base
                    + ").");
        }
    }

    private Map<Integer, String> byName() {
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(postgres(), "PostgreSQL");
        for (Service service : Service.values()) {
            names.put(http(service), service.id());
            names.put(management(service), service.id() + " health and metrics");
        }
        return names;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

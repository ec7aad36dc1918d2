package io.lodestone.custody.webhook.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Name resolution. */
@FunctionalInterface
public interface Names {

    List<InetAddress> resolve(String host) throws UnknownHostException;
}

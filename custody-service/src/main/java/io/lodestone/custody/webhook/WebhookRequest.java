package io.lodestone.custody.webhook;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a party asks to be told, and where. */
public record WebhookRequest(HookUrl url, SortedSet<Event> events) {

    public static WebhookRequest read(Members in) {
        SortedSet<Event> events = new TreeSet<>(in.strings("events", Event.values().length, 16, Event::parse));
        if (events.isEmpty()) {
            throw new FormatException(Fault.OUT_OF_BOUNDS, "events", "needs at least one event");
        }
        return new WebhookRequest(in.parsed("url", HookUrl.MAX_LENGTH, HookUrl::parse), events);
    }
}

package io.lodestone.lots;

import io.lodestone.lots.Scene.Plant;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a chain is whose business, and what is named in an answer although it is not. */
record Business(Chain chain, Map<String, Plant> plants) {

    /** Ids and names of the chain that this viewer has no business with and did not name itself. */
    Optional<String> foreignIn(String viewer, String endpoint, Response response) {
        if (viewer.equals("registrar") || viewer.equals("service")) {
            return Optional.empty();
        }
        Set<String> foreign = new TreeSet<>(ids("oxide", "lot", "part"));
        for (Plant plant : plants.values()) {
            foreign.addAll(Set.of(plant.party().toString(), plant.facility().toString(), "Party " + plant.party()));
        }
        foreign.add("Named anew");
        foreign.removeAll(allowed(viewer));
        if (endpoint.contains("/parties/{id}")) {
            foreign.remove(chain.owner.party().toString());
        }
        String text = response.asString();
        return foreign.stream().filter(text::contains).findFirst();
    }

    private Set<String> ids(String... lots) {
        Map<String, String> all =
                Map.of("oxide", chain.oxide.toString(), "lot", chain.lot.toString(), "part", chain.part.toString());
        return Arrays.stream(lots).map(all::get).collect(Collectors.toSet());
    }

    /** One step and no further: who has a lot knows who owns it, and who owns one knows who has it. */
    private Set<String> allowed(String viewer) {
        Set<String> allowed = new TreeSet<>(
                switch (viewer) {
                    case "owner", "auditor" -> ids("lot", "part");
                    case "holder" -> ids("lot", "part");
                    case "former" -> ids("lot", "oxide");
                    case "upstream" -> ids("oxide");
                    case "downstream" -> ids("part");
                    default -> Set.of();
                });
        Plant own = plants.get(viewer);
        if (own != null) {
            allowed.addAll(Set.of(own.party().toString(), own.facility().toString(), "Party " + own.party()));
        }
        if (Set.of("owner", "auditor", "holder", "downstream").contains(viewer)) {
            allowed.add(chain.owner.party().toString());
        }
        if (Set.of("owner", "auditor").contains(viewer)) {
            allowed.add(chain.holder.party().toString());
            allowed.add(chain.downstream.party().toString());
        }
        // Where its party made a lot is what the party sees itself.
        if (viewer.equals("auditor")) {
            allowed.add(chain.owner.facility().toString());
        }
        // To whom one handed a lot oneself, a recall has to say.
        if (viewer.equals("former")) {
            allowed.add(chain.owner.party().toString());
        }
        if (viewer.equals("holder")) {
            allowed.add(chain.downstream.party().toString());
        }
        if (viewer.equals("owner")) {
            allowed.add("Named anew");
        }
        return allowed;
    }
}

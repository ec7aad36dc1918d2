package io.lodestone.evidence.ruleset;

import io.lodestone.evidence.canonical.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** Small ruleset files for tests; single quotes stand for double ones, and {@code `} for single ones. */
public final class Rulesets {

    private static final String FACTS = "'a':'string','b':'string','c':'string','d':'string','e':'string',"
            + "'f':'string','g':'string','n':'amount','m':'amount'";

    private Rulesets() {}

    public static final String IN_FORCE =
            "{'from':null,'to':null,'states':[{'is':'IN_FORCE','certainty':'H','cites':['s']}]}";

    public static String leaf(String id, String cel) {
        return "{'id':'" + id + "','cel':'" + cel + "'}";
    }

    public static String limb(String id, String outcome, String when, String... intervals) {
        return "{'id':'" + id + "','cites':['s'],'outcome':'" + outcome + "','mayBeProlonged':true,'when':" + when
                + ",'intervals':[" + String.join(",", intervals) + "]}";
    }

    public static String interval(String from, String to, String... states) {
        StringBuilder text = new StringBuilder("{'from':" + quote(from) + ",'to':" + quote(to) + ",'states':[");
        for (int i = 0; i < states.length; i++) {
            String[] state = states[i].split(" ");
            text.append(i == 0 ? "" : ",")
                    .append("{'is':'" + state[0] + "','certainty':'" + state[1] + "','cites':[]}");
        }
        return text.append("]}").toString();
    }

    private static String quote(String day) {
        return day == null ? "null" : "'" + day + "'";
    }

    public static String measure(String id, String... limbs) {
        return "{'id':'" + id + "','issuer':'X','title':'T','zone':'+08:00','limbs':[" + String.join(",", limbs) + "]}";
    }

    public static String file(String... measures) {
        return "{'type':'lodestone-ruleset','version':1,'id':'t','edition':'1','knownTo':'2026-10-09','facts':{" + FACTS
                + "},'sources':{'s':'A source'},'notCovered':['much'],'measures':[" + String.join(",", measures) + "]}";
    }

    public static Ruleset read(String file) {
        return Ruleset.read(file.replace('\'', '"').replace('`', '\'').getBytes(StandardCharsets.UTF_8));
    }

    /** The bundled ruleset with every limb in force on every day. */
    public static Ruleset forcedInForce(Ruleset ruleset) {
        String text = CanonicalJson.text(ruleset.json());
        String forced = text.replaceAll(
                "\"intervals\":\\[.*?\\}\\],\"to\":null\\}\\]",
                "\"intervals\":[{\"from\":null,\"states\":[{\"certainty\":\"H\",\"cites\":[],\"is\":\"IN_FORCE\"}],"
                        + "\"to\":null}]");
        return Ruleset.parse(forced.getBytes(StandardCharsets.UTF_8));
    }
}

package io.lodestone.lots.transformation;

import io.lodestone.evidence.canonical.Fault;
import io.lodestone.evidence.canonical.FormatException;
import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.DrawOutput;
import io.lodestone.evidence.provenance.OutputKind;
import io.lodestone.evidence.provenance.StatedElements;
import io.lodestone.evidence.provenance.WantedOutput;
import io.lodestone.evidence.quantity.Element;
import io.lodestone.evidence.quantity.Mass;
import io.lodestone.evidence.statement.Form;
import io.lodestone.evidence.statement.LotDescription;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.MeasuredElement;
import io.lodestone.evidence.statement.Output;
import io.lodestone.lots.description.DescriptionRequest;
import io.lodestone.lots.description.Details;
import io.lodestone.lots.description.LotAnnex;
import io.lodestone.lots.outbox.Fields;
import io.lodestone.lots.outbox.Operators;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An output as the caller asks for it; its lot's id may be left to this service. */
public record AskedOutput(
        Optional<LotId> lot,
        Optional<Form> form,
        WantedOutput wanted,
        Optional<LotDescription> description,
        Optional<Details> details,
        List<AskedMeasurement> measured) {

    private static final int MAX_ELEMENTS = 100;

    /** A statement has at most 16 annexes, and three may be of others: person, operator, booked losses. */
    private static final int MAX_DETAILED = 13;

    public AskedOutput {
        measured = List.copyOf(measured);
    }

    public static AskedOutput read(Members in) {
        OutputKind kind = in.parsed("kind", 16, OutputKind::parse);
        Optional<LotId> lot = in.optionalParsed("lot", 36, LotId::parse);
        Optional<Form> form = in.optionalParsed("form", 16, Form::parse);
        if (kind.isLot() != form.isPresent() || !kind.isLot() && lot.isPresent()) {
            throw new FormatException(
                    Fault.MALFORMED, in.path("form"), "a product has a form, a loss has neither form nor lot");
        }
        return new AskedOutput(
                lot,
                form,
                new WantedOutput(
                        kind,
                        in.optionalParsed("massKg", Fields.MASS, Mass::parseKg),
                        in.optionalParsed("openKg", Fields.MASS, Fields::massOrZero),
                        in.optional("elements").map(some -> elements(in))),
                kind.isLot() ? Optional.of(DescriptionRequest.read(in)) : Optional.empty(),
                kind.isLot() ? Details.optional(in) : Optional.empty(),
                kind.isLot() ? measured(in) : List.of());
    }

    /** Refuses more outputs with details than a statement has annexes for. */
    public static void checkDetailed(Members in, List<AskedOutput> outputs) {
        if (outputs.stream().filter(output -> output.details().isPresent()).count() > MAX_DETAILED) {
            throw new FormatException(
                    Fault.TOO_LARGE, in.path("outputs"), "at most " + MAX_DETAILED + " outputs have details");
        }
    }

    private static List<AskedMeasurement> measured(Members in) {
        if (in.optional("measured").isEmpty()) {
            return List.of();
        }
        List<AskedMeasurement> measured = in.objects("measured", MAX_ELEMENTS, AskedMeasurement::read);
        if (measured.stream().map(AskedMeasurement::element).distinct().count() < measured.size()) {
            throw new FormatException(Fault.MALFORMED, in.path("measured"), "names an element twice");
        }
        return measured.stream()
                .sorted(Comparator.comparing(AskedMeasurement::element, Element.BY_SYMBOL))
                .toList();
    }

    /** The output as the statement has it; what else is known of its lot goes with it. */
    public Output output(DrawOutput settled, Digest vector, Operators annexes, Supplier<LotId> fresh) {
        Optional<LotId> id = settled.kind().isLot() ? Optional.of(lot.orElseGet(fresh)) : Optional.empty();
        id.ifPresent(made -> details.ifPresent(some -> annexes.attach(new LotAnnex(made, some).content())));
        return new Output(
                settled.kind(),
                id,
                form,
                settled.mass(),
                settled.open(),
                settled.elements(),
                vector,
                description,
                measured(settled.mass()));
    }

    List<MeasuredElement> measured(Mass output) {
        return measured.stream().map(asked -> asked.of(output)).toList();
    }

    private static StatedElements elements(Members in) {
        List<Stated> stated = in.objects("elements", MAX_ELEMENTS, Stated::read);
        SortedMap<Element, Mass> masses = new TreeMap<>(Element.BY_SYMBOL);
        for (Stated element : stated) {
            if (masses.put(element.element, element.mass) != null) {
                throw new FormatException(Fault.MALFORMED, in.path("elements"), "names an element twice");
            }
        }
        return new StatedElements(masses);
    }

    private record Stated(Element element, Mass mass) {

        static Stated read(Members in) {
            return new Stated(in.parsed("element", 2, Element::parse), in.parsed("massKg", Fields.MASS, Mass::parseKg));
        }
    }
}

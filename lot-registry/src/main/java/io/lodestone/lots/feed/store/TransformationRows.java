package io.lodestone.lots.feed.store;

import io.lodestone.evidence.statement.Input;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.Output;
import io.lodestone.lots.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/** The genealogy: which lots went into which. */
final class TransformationRows {

    private static final String TRANSFORMATION = "INSERT INTO transformation (log_index, actor, process, step)"
            + " SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])";
    private static final String INPUT = "INSERT INTO transformation_input (log_index, position, lot, consumed_ug)"
            + " SELECT * FROM unnest($1::bigint[], $2::integer[], $3::uuid[], $4::bigint[])";
    private static final String OUTPUT = "INSERT INTO transformation_output (log_index, position, kind, lot, mass_ug)"
            + " SELECT * FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::uuid[], $5::bigint[])";

    private record Placed<T>(long index, int position, T value) {}

    private TransformationRows() {}

    static Uni<Void> insert(SqlClient client, List<Stated<LotsTransformed>> transformations) {
        List<Placed<Input>> inputs = new ArrayList<>();
        List<Placed<Output>> outputs = new ArrayList<>();
        for (Stated<LotsTransformed> one : transformations) {
            place(one.index(), one.body().inputs(), inputs);
            place(one.index(), one.body().outputs(), outputs);
        }
        return Columns.of(transformations)
                .number(Stated::index)
                .uuid(Stated::actor)
                .text(one -> one.body().process().wire())
                .text(one -> one.body().step().map(step -> step.wire()))
                .write(client, TRANSFORMATION)
                .chain(() -> inputs(client, inputs))
                .chain(() -> outputs(client, outputs));
    }

    private static <T> void place(long index, List<T> values, List<Placed<T>> into) {
        for (int i = 0; i < values.size(); i++) {
            into.add(new Placed<>(index, i, values.get(i)));
        }
    }

    private static Uni<Void> inputs(SqlClient client, List<Placed<Input>> inputs) {
        return Columns.of(inputs)
                .number(Placed::index)
                .integer(Placed::position)
                .uuid(input -> input.value().lot())
                .number(input -> input.value().consumed())
                .write(client, INPUT);
    }

    private static Uni<Void> outputs(SqlClient client, List<Placed<Output>> outputs) {
        return Columns.of(outputs)
                .number(Placed::index)
                .integer(Placed::position)
                .text(output -> output.value().kind().wire())
                .uuid(output -> output.value().lot())
                .number(output -> output.value().mass())
                .write(client, OUTPUT);
    }
}

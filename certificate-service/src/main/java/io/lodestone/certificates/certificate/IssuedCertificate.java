package io.lodestone.certificates.certificate;

import io.lodestone.certificates.problem.PassedOn;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** A certificate with how far it has come. */
public record IssuedCertificate(PreparedCertificate prepared, Stage stage) {

    /** The stages, each reached once and in this order; a refusal ends it. */
    public sealed interface Stage {

        /** How it is called on the wire. */
        String name();

        /** The index of the statement's entry, once there is one. */
        default Optional<Long> entry() {
            return Optional.empty();
        }
    }

    /** Claims and statement are kept; the log may or may not have decided. */
    public record Prepared() implements Stage {
        @Override
        public String name() {
            return "PREPARED";
        }
    }

    public record Accepted(long index) implements Stage {
        @Override
        public String name() {
            return "ACCEPTED";
        }

        @Override
        public Optional<Long> entry() {
            return Optional.of(index);
        }
    }

    public record Signed(long index, String jws, Buffer bundle) implements Stage {
        @Override
        public String name() {
            return "SIGNED";
        }

        @Override
        public Optional<Long> entry() {
            return Optional.of(index);
        }
    }

    public record Refused(PassedOn refusal) implements Stage {
        @Override
        public String name() {
            return "REFUSED";
        }
    }

    /** Whether nothing more will happen to it. */
    public boolean isFinished() {
        return stage instanceof Signed || stage instanceof Refused;
    }
}

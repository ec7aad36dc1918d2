package io.lodestone.evidence.provenance;

/**
 * A registration or transformation that the arithmetic refuses.
 *
 * @param path the member of the statement's body that is wrong, such as {@code outputs[1].massUg}
 * @param reason for people; names no mass that the caller did not state or hold
 */
public record OriginRefusal(Code code, String path, String reason)
        implements TransformationResult, Completion, RegistrationResult, PoolResult {

    /** The slug is stable: it reaches the wire as the problem type. */
    public enum Code {
        CONSUMES_MORE_THAN_LEFT("consumes-more-than-left"),
        MASS_NOT_CONSERVED("mass-not-conserved"),
        ELEMENT_EXCEEDS_INPUTS("element-exceeds-inputs"),
        ELEMENT_NOT_IN_INPUTS("element-not-in-inputs"),
        OPEN_MASS_NOT_CONSERVED("open-mass-not-conserved");

        private final String slug;

        Code(String slug) {
            this.slug = slug;
        }

        public String slug() {
            return slug;
        }
    }
}

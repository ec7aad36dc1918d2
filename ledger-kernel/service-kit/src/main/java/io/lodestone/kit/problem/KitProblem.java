package io.lodestone.kit.problem;

/** The problems that any service may answer. */
public enum KitProblem implements ProblemType {
    TOKEN_MISSING("token-missing", 401, "A bearer token is required"),
    TOKEN_MALFORMED("token-malformed", 401, "The token is not a signed JWT"),
    TOKEN_UNSIGNED("token-unsigned", 401, "The token is not signed"),
    TOKEN_ALGORITHM("token-algorithm", 401, "The token is signed with an algorithm that is not accepted"),
    TOKEN_SIGNATURE("token-signature", 401, "The token is not signed by a key that is accepted"),
    TOKEN_EXPIRED("token-expired", 401, "The token has expired"),
    TOKEN_AUDIENCE("token-audience", 401, "The token is meant for another service"),
    TOKEN_ISSUER("token-issuer", 401, "The token comes from another issuer"),
    TOKEN_NOT_ACCEPTED("token-not-accepted", 401, "The token is not accepted"),
    TOKEN_DEVELOPMENT("token-development-key", 401, "The token is signed with a development key"),
    ROLE_MISSING("role-missing", 403, "The token does not carry a role that may do this"),
    NOT_A_PARTY("not-a-party", 403, "Only a registered party may do this"),
    BAD_REQUEST("bad-request", 400, "The request is not understood"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not offered here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation that the client accepts is offered here"),
    TOO_LARGE("too-large", 413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The request body is not of a type that is read here"),
    REQUEST_REFUSED("request-refused", 400, "The request is refused"),
    INTERNAL("internal", 500, "Something failed here"),
    UNAVAILABLE("unavailable", 503, "Something this service needs is away; nothing was decided");

    private final String slug;
    private final int status;
    private final String title;

    KitProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}

package io.lodestone.evidence.signature;

/** Why a signed thing, its certificate chain or a sealed key is not accepted. */
public enum SignatureFault {
    /** Not in the form its format prescribes. */
    MALFORMED,
    TOO_LARGE,
    /** The header names an algorithm that is not in {@link SignatureSuite}. */
    ALGORITHM_UNKNOWN,
    /** Signed for another use: the header's {@code typ} differs. */
    TYP_DIFFERS,
    /** The signature does not belong to the key and the bytes. */
    SIGNATURE_INVALID,
    PAYLOAD_NOT_CANONICAL,
    /** Not exactly a leaf and its issuing authority. */
    CHAIN_LENGTH,
    CERTIFICATE_MALFORMED,
    /** A certificate with another kind of key or signature than Ed25519. */
    CERTIFICATE_ALGORITHM,
    /** A critical extension that is not understood here. */
    CERTIFICATE_EXTENSION,
    CERTIFICATE_NOT_YET_VALID,
    CERTIFICATE_EXPIRED,
    /** The leaf names another issuer than the certificate that follows it. */
    ISSUER_DIFFERS,
    /** No trusted root has the name of the issuing authority's issuer. */
    ROOT_UNKNOWN,
    CERTIFICATE_SIGNATURE_INVALID,
    /** An issuer whose basic constraints do not make it an authority. */
    NOT_AN_AUTHORITY,
    /** An authority stands where the signer's own certificate belongs. */
    LEAF_IS_AUTHORITY,
    /** A root that does not allow an authority below it. */
    PATH_LENGTH,
    KEY_USAGE,
    /** The leaf's subject does not have exactly one common name and at most one organisational unit. */
    SUBJECT,
    /** The passphrase does not open the sealed key, or the file was changed. */
    NOT_OPENED
}

package io.lodestone.custody.statement;

/** Where salts and secrets come from. */
@FunctionalInterface
public interface Chance {

    byte[] bytes(int length);
}

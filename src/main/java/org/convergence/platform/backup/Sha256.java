package org.convergence.platform.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum that reveals a damaged or changed entry. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

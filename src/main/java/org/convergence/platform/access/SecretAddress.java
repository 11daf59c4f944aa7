package org.convergence.platform.access;

/**
 * Contributed by a module below whose address each page is opened by a secret in the address itself: what is posted there
 * is asked for no token of a form, since no session stands behind it, and mail programs post there without cookies.
 *
 * @param beginning of these addresses, between slashes
 */
public record SecretAddress(String beginning) {

    public SecretAddress {
        if (!beginning.matches("/[a-z/-]+/")) {
            throw new IllegalArgumentException("between slashes");
        }
    }

    /** Whether a path is one of them. */
    public boolean holds(String path) {
        return path.startsWith(beginning);
    }
}

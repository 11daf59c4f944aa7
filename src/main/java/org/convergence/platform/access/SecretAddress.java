package org.convergence.platform.access;

/**
 * Contributed by a module whose pages are opened by a secret in the address: posts there need no CSRF token, since
 * there is no session, and mail programs post there without cookies.
 *
 * @param beginning of these addresses, between slashes
 */
public record SecretAddress(String beginning) {

    public SecretAddress {
        if (!beginning.matches("/[a-z/-]+/")) {
            throw new IllegalArgumentException("between slashes");
        }
    }

    /** Whether a path is one of these addresses. */
    public boolean matches(String path) {
        return path.startsWith(beginning);
    }
}

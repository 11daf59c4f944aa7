package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Whether users connect by https: according to the public address, or to the connection. */
public final class SecureConnection {

    /** Set by the first filter if the public address begins with https. */
    public static final String ATTRIBUTE = "org.convergence.secure";

    private SecureConnection() {}

    public static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || request.getAttribute(ATTRIBUTE) != null;
    }
}

package org.convergence.platform.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Whether people reach us by https: the public address says so, or the connection does. */
public final class Secure {

    /** Set by the first filter where the public address begins with https. */
    public static final String ATTRIBUTE = "org.convergence.secure";

    private Secure() {}

    public static boolean is(HttpServletRequest request) {
        return request.isSecure() || request.getAttribute(ATTRIBUTE) != null;
    }
}

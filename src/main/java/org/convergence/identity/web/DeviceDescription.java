package org.convergence.identity.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A short description of a browser, for its owner to recognise it in the list of sessions. */
final class DeviceDescription {

    private DeviceDescription() {}

    static String describe(@Nullable String agent) {
        String text = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        return browser(text) + " · " + system(text);
    }

    private static String browser(String text) {
        if (text.contains("firefox")) {
            return "Firefox";
        } else if (text.contains("edg/")) {
            return "Edge";
        } else if (text.contains("chrome")) {
            return "Chrome";
        }
        return text.contains("safari") ? "Safari" : "?";
    }

    private static String system(String text) {
        if (text.contains("android")) {
            return "Android";
        } else if (text.contains("iphone") || text.contains("ipad")) {
            return "iOS";
        } else if (text.contains("windows")) {
            return "Windows";
        } else if (text.contains("mac os")) {
            return "macOS";
        }
        return text.contains("linux") ? "Linux" : "?";
    }
}

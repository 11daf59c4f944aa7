package org.convergence.education.tool;

/** Where copies were handed out. */
public enum HandOutSetting {
    CLASS,
    UNION,
    COMMUNITY,
    EVENT,
    MAIL,
    OTHER;

    /** Message key of its name. */
    public String key() {
        return "tool.setting." + name();
    }
}

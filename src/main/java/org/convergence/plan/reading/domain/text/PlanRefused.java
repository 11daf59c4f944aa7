package org.convergence.plan.reading.domain.text;

/** A file that cannot be read as a plan, with the reason. Nothing of it is kept. */
public class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is refused; a page says for each what to do. */
    public enum Reason {
        /** No byte, or nothing but white space. */
        EMPTY,
        /** More bytes, pages or characters than are read; the detail is the limit and its unit. */
        TOO_LARGE,
        /** A password is needed to open it. */
        ENCRYPTED,
        /** Pictures only, such as a scanned PDF without recognised text. */
        NO_TEXT,
        /** It is of a known kind but damaged. */
        UNREADABLE,
        /** Neither text, Word nor PDF; the detail is what it was recognised as. */
        UNKNOWN_TYPE,
        /** Text was read but nothing in it looks like the heading of an objective. */
        NO_HEADING,
        /** Small packed, enormous unpacked. */
        BOMB,
        /** Reading took longer than is allowed. */
        TOO_LONG
    }

    private final Reason reason;
    private final String detail;

    public PlanRefused(Reason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
    }

    public PlanRefused(Reason reason) {
        this(reason, "");
    }

    PlanRefused(Reason reason, Throwable cause) {
        this(reason, cause.getClass().getSimpleName());
        initCause(cause);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** What the reason is about: a limit, a type; perhaps empty, never words of the file. */
    public String detail() {
        return detail;
    }
}

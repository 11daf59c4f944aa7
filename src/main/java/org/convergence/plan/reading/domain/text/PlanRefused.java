package org.convergence.plan.reading.domain.text;

/** Thrown for a file that cannot be read as a plan, with the reason. Nothing of the file is stored. */
public class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file is refused; a page tells what to do for each. */
    public enum PlanRefusalReason {
        /** No byte, or nothing but white space. */
        EMPTY,
        /** More bytes, pages or characters than the limit; the detail is the limit and its unit. */
        TOO_LARGE,
        /** A password is needed to open it. */
        ENCRYPTED,
        /** Pictures only, such as a scanned PDF without recognised text. */
        NO_TEXT,
        /** A known kind of file, but damaged. */
        UNREADABLE,
        /** Neither text, Word, Excel nor PDF; the detail is the recognised type. */
        UNKNOWN_TYPE,
        /** Text was read but nothing in it looks like the heading of an objective. */
        NO_HEADING,
        /** A small compressed file that is enormous once unpacked. */
        BOMB,
        /** Reading took longer than is allowed. */
        TOO_LONG
    }

    private final PlanRefusalReason reason;
    private final String detail;

    public PlanRefused(PlanRefusalReason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
    }

    public PlanRefused(PlanRefusalReason reason) {
        this(reason, "");
    }

    PlanRefused(PlanRefusalReason reason, Throwable cause) {
        this(reason, cause.getClass().getSimpleName());
        initCause(cause);
    }

    public PlanRefusalReason reason() {
        return reason;
    }

    /** The detail of the reason: a limit or a type; may be empty, never text of the file. */
    public String detail() {
        return detail;
    }
}

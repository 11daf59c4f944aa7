package org.convergence.platform.mail.domain;

/**
 * The result of an attempt to send a letter.
 *
 * @param endsRound whether the connection failed, so that other letters would fail too
 * @param bounce whether the server says that the address does not exist, or only takes no mail now
 */
record SendingResult(Kind kind, MailDiagnosis diagnosis, boolean endsRound, Bounce bounce) {

    static final SendingResult SENT = new SendingResult(Kind.SENT, MailDiagnosis.WORKS, false, Bounce.NONE);

    enum Kind {
        SENT,
        /** It is tried again later. */
        FAILED,
        /** The server refused it for good. */
        REFUSED,
        /** The server got all of it, and the connection failed before its answer. */
        PERHAPS_SENT
    }

    enum Bounce {
        NONE,
        TEMPORARY,
        PERMANENT
    }

    /** Attempts over about four days, an hour apart in the end, as servers make them (RFC 5321, section 4.5.4.1). */
    private static final int ATTEMPTS_OF_DAYS = 94;

    private static final int ATTEMPTS_OF_HOURS = 8;

    /** A fault of one letter, which does not hold up the others. */
    static SendingResult ofFaultyLetter() {
        return new SendingResult(Kind.FAILED, MailDiagnosis.OTHER, false, Bounce.NONE);
    }

    /** The connection failed, before or after the whole letter was handed over. */
    static SendingResult ofConnection(MailDiagnosis diagnosis, boolean handedOver) {
        return new SendingResult(handedOver ? Kind.PERHAPS_SENT : Kind.FAILED, diagnosis, true, Bounce.NONE);
    }

    /** Whether the server took the letter neither now nor refused its recipient: others may fare the same. */
    boolean isOfServer() {
        return diagnosis == MailDiagnosis.TRY_LATER
                || diagnosis == MailDiagnosis.REFUSED_SENDER
                || diagnosis == MailDiagnosis.QUOTA;
    }

    /** The same for the connection: the server takes no letter at all. */
    SendingResult ofAllLetters() {
        return new SendingResult(kind, diagnosis, true, Bounce.NONE);
    }

    /** After how many attempts the letter is given up: days where the server is at fault, hours where the letter is. */
    int mostAttempts() {
        return endsRound || isOfServer() ? ATTEMPTS_OF_DAYS : ATTEMPTS_OF_HOURS;
    }

    /** The server answered, and did not take the letter. */
    static SendingResult ofReply(Throwable problem) {
        MailDiagnosis diagnosis = MailDiagnosis.of(problem);
        return switch (diagnosis) {
            case REFUSED_RECIPIENT ->
                new SendingResult(
                        Kind.REFUSED,
                        diagnosis,
                        false,
                        SmtpRefusal.isPermanent(problem) ? Bounce.PERMANENT : Bounce.TEMPORARY);
            case TRY_LATER -> new SendingResult(Kind.FAILED, diagnosis, false, Bounce.TEMPORARY);
            default -> new SendingResult(Kind.FAILED, diagnosis, false, Bounce.NONE);
        };
    }
}

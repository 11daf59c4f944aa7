package org.convergence.outreach.assembly.domain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links a French text that begins with an infinitive to « il est proposé »: « d’autoriser », « de ne pas fermer ». */
final class FrenchInfinitive {

    private static final Pattern INFINITIVE = Pattern.compile(
            "(?iu)(?!(?:notre|votre|autre|quatre|entre|contre|outre|titre|lettre|premier|dernier|hier)\\b)"
                    + "(?:ne pas |se |s[’'])?(\\p{L}+(?:er|ir|re))\\b.*",
            Pattern.DOTALL);

    /** Verbs whose h is not silent. */
    private static final Pattern ASPIRATED =
            Pattern.compile("(?iu)h(?:aïr|auss|arcel|âter|eurt|iss|url|ach|alet|andicap|arnach|uer|él|ériss).*");

    private FrenchInfinitive() {}

    /** The text after « de » or « d’ »; unchanged if it begins with something else. */
    static String link(String text) {
        Matcher verb = INFINITIVE.matcher(text);
        if (!verb.matches()) {
            return text;
        }
        String rest = text.substring(0, 1).toLowerCase(Locale.CANADA_FRENCH) + text.substring(1);
        boolean elided = "aâàeéèêiîoôuhy".indexOf(rest.charAt(0)) >= 0
                && !ASPIRATED.matcher(verb.group(1)).matches();
        return (elided ? "d’" : "de ") + rest;
    }
}

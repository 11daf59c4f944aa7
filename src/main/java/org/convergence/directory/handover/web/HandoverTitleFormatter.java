package org.convergence.directory.handover.web;

import org.convergence.platform.text.FrenchElision;
import org.convergence.platform.text.Words;

/** The title of a hand-over: “Passation d’Alexane Roy”. */
public final class HandoverTitleFormatter {

    private HandoverTitleFormatter() {}

    public static String format(String person, Words t) {
        return t.say(FrenchElision.appliesTo(person) ? "handover.of.vowel" : "handover.of", person);
    }
}

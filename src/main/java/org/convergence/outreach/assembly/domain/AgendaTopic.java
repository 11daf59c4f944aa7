package org.convergence.outreach.assembly.domain;

import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;

/** The topic of an agenda item, recognised from its title, so that related matters are shown under it. */
public enum AgendaTopic {
    /** Opening, attendance and quorum. */
    OPENING("ouverture|quorum|opening"),
    /** The minutes of the previous meeting. */
    MINUTES("proces verbal|proces verbaux|minutes"),
    /** Follow-ups. */
    FOLLOW_UPS("suivis?|follow ups?"),
    /** Closing items: « Varia », the date of the next meeting, the adjournment. */
    CLOSING("varia|divers$|affaires diverses|^(dates? (de la |des )?)?prochaines? (rencontre|reunion|seance)s?"
            + "|levee( de la| de l|$)|(cloture|fin) de la (rencontre|reunion|seance)"
            + "|other business|^(date of )?(the )?next meeting|adjournment"),
    /** Anything else. */
    MATTER("(?!)");

    private final Pattern words;

    AgendaTopic(String words) {
        this.words = Pattern.compile("\\b(" + words + ")\\b");
    }

    /** The topic of a title. */
    public static AgendaTopic fromTitle(String title) {
        String folded = TextNormalizer.fold(title);
        for (AgendaTopic topic : values()) {
            if (topic.words.matcher(folded).find()) {
                return topic;
            }
        }
        return MATTER;
    }
}

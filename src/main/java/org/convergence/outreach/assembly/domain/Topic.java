package org.convergence.outreach.assembly.domain;

import java.util.regex.Pattern;
import org.convergence.platform.text.Fold;

/** What a point of an agenda is about, as its title says, so that what belongs there is shown there. */
public enum Topic {
    /** Who is there, and whether that is enough. */
    OPENING("ouverture|quorum|opening"),
    /** The minutes of the meeting before. */
    MINUTES("proces verbal|proces verbaux|minutes"),
    /** What was to be done. */
    FOLLOW_UPS("suivis?|follow ups?"),
    /** What ends every meeting: « Varia », the day of the next one, the adjournment. */
    CLOSING("varia|divers$|affaires diverses|^(dates? (de la |des )?)?prochaines? (rencontre|reunion|seance)s?"
            + "|levee( de la| de l|$)|(cloture|fin) de la (rencontre|reunion|seance)"
            + "|other business|^(date of )?(the )?next meeting|adjournment"),
    /** Anything else. */
    MATTER("(?!)");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile("\\b(" + words + ")\\b");
    }

    /** What a title is about. */
    public static Topic of(String title) {
        String folded = Fold.of(title);
        for (Topic topic : values()) {
            if (topic.words.matcher(folded).find()) {
                return topic;
            }
        }
        return MATTER;
    }
}

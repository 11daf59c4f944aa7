package org.convergence.resources.dues.web;

import org.convergence.platform.text.Words;
import org.convergence.resources.dues.domain.MemberAssessment;

/** Formats the headcount from which a share is computed. */
final class HeadcountFormatter {

    private HeadcountFormatter() {}

    /** “1 800 · Déclaré au 31 déc. 2024 · reporté”; empty where the rate needs none. */
    static String describe(MemberAssessment share, Words t) {
        var used = share.headcount();
        if (used == null) {
            return "";
        }
        String said = t.say(
                "dues.headcount", t.number(used.number()), t.say(used.status().key()), t.shortDate(used.on()));
        return used.carriedOver() ? said + " · " + t.say("membership.headcount.carried") : said;
    }
}

package org.convergence.resources.membership.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;

/** The options of the forms of this module. */
public final class MembershipOptions {

    private MembershipOptions() {}

    public static List<Option> kinds(Words t) {
        return Arrays.stream(MemberKind.values())
                .map(kind -> Option.of(kind, t.say(kind.key())))
                .toList();
    }

    public static List<Option> statuses(Words t) {
        return Arrays.stream(HeadcountStatus.values())
                .map(status -> Option.of(status, t.say(status.key())))
                .toList();
    }
}

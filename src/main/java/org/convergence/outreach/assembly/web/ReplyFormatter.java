package org.convergence.outreach.assembly.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.MeetingReply;
import org.convergence.outreach.assembly.domain.MeetingReplyService.ConvenedPerson;
import org.convergence.outreach.assembly.domain.MeetingReplyService.MeetingReplies;
import org.convergence.outreach.assembly.domain.MeetingReplyService.OpenReply;
import org.convergence.outreach.assembly.domain.QuorumPolicy.QuorumResult;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.platform.access.Actor;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats the replies to the notice of a meeting. */
final class ReplyFormatter {

    private ReplyFormatter() {}

    /** The replies on the page of the meeting. */
    static MeetingPage.@Nullable ReplyPart part(MeetingReplies replies, Actor actor, @Nullable Form form, Words t) {
        if (replies.people().isEmpty()) {
            return null;
        }
        QuorumResult quorum = replies.open() ? replies.quorum() : null;
        return new MeetingPage.ReplyPart(
                t.say(
                        "assembly.replies.count",
                        count(replies, ReplyAnswer.COMING),
                        count(replies, ReplyAnswer.NOT_COMING) + count(replies, ReplyAnswer.SUBSTITUTE),
                        replies.silent().size()),
                quorum == null ? Tone.AHEAD : quorum.isReached() ? Tone.OK : Tone.WARN,
                quorum == null
                        ? null
                        : t.say(
                                quorum.isReached()
                                        ? "assembly.replies.quorum.likely"
                                        : "assembly.replies.quorum.not-yet",
                                quorum.present(),
                                quorum.required(),
                                quorum.rule().measure().name()),
                replies.people().stream().map(each -> row(each, t)).toList(),
                form != null
                        && replies.open()
                        && actor.may(AssemblyPermissions.CONVENE)
                        && !replies.silent().isEmpty(),
                replies.open() ? form : null,
                replies.people().stream()
                        .map(each -> Option.of(each.person(), each.name()))
                        .toList(),
                answers(true, "assembly.reply.noted.", t));
    }

    private static long count(MeetingReplies replies, ReplyAnswer answer) {
        return replies.people().stream()
                .map(ConvenedPerson::reply)
                .filter(each -> each != null && each.answer() == answer)
                .count();
    }

    private static MeetingPage.ReplyRow row(ConvenedPerson person, Words t) {
        MeetingReply reply = person.reply();
        String seats = String.join(" · ", person.seats());
        if (reply == null) {
            return new MeetingPage.ReplyRow(person.name(), seats, Tone.AHEAD, t.say("assembly.reply.none"), "");
        }
        return new MeetingPage.ReplyRow(
                person.name(),
                seats,
                reply.answer() == ReplyAnswer.COMING ? Tone.OK : Tone.REST,
                t.say(
                        reply.byLink() ? "assembly.reply.state" : "assembly.reply.state.noted",
                        t.say(
                                person.substituteMissing()
                                        ? "assembly.reply.noted.substitute-missing"
                                        : "assembly.reply.noted." + reply.answer()),
                        reply.answeredAt().atZone(t.zone()).toLocalDate()),
                reply.words());
    }

    /** The place for the answer of the reader of a link. */
    static GuestPage.GuestReplyPart guest(OpenReply open, FormShield shield, Form typed, Words t) {
        MeetingReply reply = open.reply();
        if (reply != null && typed.problems().isEmpty()) {
            typed.with("words", reply.words());
        }
        return new GuestPage.GuestReplyPart(
                said(open, t), answers(open.substitute(), "assembly.reply.", t), shield, typed);
    }

    private static @Nullable String said(OpenReply open, Words t) {
        if (open.reply() == null) {
            return null;
        }
        return open.substituteMissing()
                ? t.say("assembly.reply.substitute-missing")
                : t.say(
                        "assembly.reply.said",
                        t.say("assembly.reply." + open.reply().answer()));
    }

    private static List<Option> answers(boolean substitute, String prefix, Words t) {
        return Arrays.stream(ReplyAnswer.values())
                .filter(each -> substitute || each != ReplyAnswer.SUBSTITUTE)
                .map(each -> Option.of(each, t.say(prefix + each)))
                .toList();
    }
}

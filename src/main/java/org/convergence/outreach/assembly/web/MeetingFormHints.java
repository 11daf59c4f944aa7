package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.Optional;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.MeetingDateQueries;
import org.convergence.outreach.assembly.domain.MeetingRhythmPolicy;
import org.convergence.outreach.assembly.domain.MeetingRhythmPolicy.UsualDay;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.RequisitionPolicy;
import org.convergence.outreach.assembly.domain.RequisitionService;
import org.convergence.outreach.assembly.web.MeetingFormPage.CalledRequisition;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the form of a new meeting tells: the request of members for which it is called (R-GOV-5), and the day on which the
 * body usually meets (R-GOV-3): a board as the last times; for an annual assembly the day of the law is told and not
 * proposed, since most by-laws set their own.
 */
@Component
record MeetingFormHints(
        BodyQueries bodies,
        MeetingDateQueries meetings,
        RequisitionService requisitions,
        OrganisationSettings settings) {

    /** The request of members for which it is called; {@code null} for none. */
    @Nullable
    CalledRequisition findCalled(Form form, Words t) {
        return TextParser.id(form.value("requisition"))
                .map(id -> requisitions.findById(new RequisitionId(id)))
                .map(it -> new CalledRequisition(
                        it.id().value().toString(),
                        form.filled("members"),
                        t.say(
                                "assembly.requisition.called",
                                it.members(),
                                RequisitionPolicy.lastDay(it.receivedOn()),
                                String.valueOf(form.filled("members")))))
                .orElse(null);
    }

    /** The day to propose; {@code null} for none. */
    @Nullable
    LocalDate propose(String body) {
        return findRhythm(body).map(UsualDay::next).orElse(null);
    }

    /** In words; {@code null} if it is unknown. */
    @Nullable
    String describe(String body, Words t) {
        return findBody(body)
                .filter(this::isAssembly)
                .map(each -> t.say(
                        "assembly.usual.legal", t.dayAndDate(MeetingRhythmPolicy.findLegalAssembly(settings.today()))))
                .or(() -> findRhythm(body)
                        .map(usual -> t.say(
                                "assembly.usual.rhythm",
                                usual.week(),
                                usual.weekday().name())))
                .orElse(null);
    }

    private Optional<UsualDay> findRhythm(String body) {
        return findBody(body)
                .filter(each -> !isAssembly(each))
                .flatMap(each -> MeetingRhythmPolicy.findNext(meetings.findLastOrdinary(each), settings.today()));
    }

    private static Optional<BodyId> findBody(String body) {
        return TextParser.id(body).map(BodyId::new);
    }

    private boolean isAssembly(BodyId id) {
        return bodies.findAll().stream().anyMatch(each -> each.typedId().equals(id) && each.kind() == BodyKind.GENERAL);
    }
}

package org.convergence.outreach.relay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.RelayPictureService;
import org.convergence.outreach.relay.web.RelayPage.RelayFact;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a kit says of it beside its text. */
@Component
record RelayKitFormatter(RelayForm forms, RelayPictureService pictures) {

    /** The address of the picture that it shows; {@code null} without one. */
    @Nullable
    String picture(RelayKit kit) {
        return pictures.find(kit)
                .map(each -> "/platform/document/" + each.document().value())
                .orElse(null);
    }

    List<RelayFact> describe(RelayKit kit, Words t) {
        List<RelayFact> facts = new ArrayList<>();
        if (kit.publishBefore() != null) {
            facts.add(new RelayFact(t.say("relay.field.before"), t.dayAndDate(kit.publishBefore())));
        }
        if (!kit.licence().isEmpty()) {
            facts.add(new RelayFact(t.say("relay.field.licence"), kit.licence()));
        }
        if (kit.alternative() != null) {
            facts.add(new RelayFact(t.say("relay.field.alternative"), kit.alternative()));
        }
        if (!kit.credit().isEmpty()) {
            facts.add(new RelayFact(t.say("relay.field.credit"), kit.credit()));
        }
        pictures.find(kit)
                .flatMap(each -> Optional.ofNullable(each.source()))
                .filter(each -> !each.consent().isEmpty())
                .ifPresent(each ->
                        facts.add(new RelayFact(t.say("relay.field.consent"), RelayForm.describeConsent(each, t))));
        if (CurrentActor.get().may(SegmentPermissions.READ)) {
            String segment = forms.segmentName(kit.segment());
            facts.add(
                    new RelayFact(t.say("relay.field.segment"), segment == null ? t.say("relay.no-segment") : segment));
        }
        forms.findSource(kit, t).ifPresent(facts::add);
        return facts;
    }
}

package org.convergence.outreach.event.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** References from orders to organisations, and names in texts. Guests are no people of the directory. */
@Configuration(proxyBeanMethods = false)
class EventReferences {

    @Bean
    static IdentityReferences referencesFromEvent(ReferenceDeclarations declare) {
        return declare.table(EventOrderRepository.TABLE)
                .organisation("organisation")
                .texts(Map.of("contact_name", 200, "contact_mail", 254, "purchase_order", 200))
                .table(SponsorshipService.TABLE)
                .organisation("organisation")
                .texts(Map.of(
                        "in_kind", 500, "counterparts", 3_000, "checked", 1_000, "reason", 1_000, "decision_body", 200))
                .table(EventService.TABLE)
                .texts(Map.of(
                        "name",
                        200,
                        "place",
                        300,
                        "about",
                        5_000,
                        "access",
                        1_000,
                        "languages",
                        200,
                        "meals",
                        400,
                        "carers",
                        400))
                .textsOf("outreach.event_seat", Map.of("name", 200, "need_note", 300, "pick_up", 200))
                .textsOf(EventProgrammeService.TABLE, Map.of("title", 300, "speaker", 200, "consent", 300));
    }
}

package org.convergence.resources.membership.domain;

import java.util.List;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.AudienceRemedy;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Members as a criterion of segments: people with a function in a member organisation, and individual members. */
@Configuration(proxyBeanMethods = false)
class MemberCriterion {

    private static final String CONDITION = """
            ('ORGANISATION' = ANY (:member) AND p.id IN (
                 SELECT f.person FROM directory.people_held_function f
                 JOIN resources.membership m ON m.organisation = f.organisation
                 WHERE (f.until IS NULL OR f.until >= :today) AND m.since <= :today
                   AND (m.until IS NULL OR m.until >= :today))
             OR 'INDIVIDUAL' = ANY (:member) AND p.id IN (
                 SELECT m.person FROM resources.membership m
                 WHERE m.person IS NOT NULL AND m.since <= :today AND (m.until IS NULL OR m.until >= :today)))""";

    /** The representatives of member organisations may be written to once that is noted. */
    @Bean
    static AudienceRemedy representativesOfMembers() {
        return new AudienceRemedy(
                AudienceExclusion.NOTHING,
                ConsentPermissions.RECORD,
                "membership.contacts.first",
                "membership.contacts",
                "/resources/membership/contacts");
    }

    @Bean
    static SegmentCriterion membersOfToday() {
        return SegmentCriterion.chosen(
                20,
                "member",
                "membership.segment",
                t -> List.of(
                        new Option("ORGANISATION", t.say("membership.segment.organisation")),
                        new Option("INDIVIDUAL", t.say("membership.segment.individual"))),
                CONDITION);
    }
}

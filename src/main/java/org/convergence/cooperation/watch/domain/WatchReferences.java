package org.convergence.cooperation.watch.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from notes to the partners who said them, and names in texts. */
@Configuration(proxyBeanMethods = false)
class WatchReferences {

    @Bean
    static IdentityReference notingOrganisations(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, WatchRepository.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference notingPeople(JdbcClient db) {
        return ReferencingColumn.toPerson(db, WatchRepository.TABLE, "person", List.of("id"), ErasureRule.CLEAR);
    }

    @Bean
    static IdentityReference namesInWatchItems(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                WatchRepository.TABLE,
                "r.person = :person",
                Map.of("title", 300, "body", 8_000, "source", 200, "context", 500, "yes_how", 300));
    }

    @Bean
    static IdentityReference namesInWatchTranslations(TextStandIns standIns) {
        return new ColumnMentions(standIns, WatchRepository.TRANSLATION_TABLE, "false", Map.of("words", 800));
    }

    @Bean
    static IdentityReference namesInWatchContexts(TextStandIns standIns) {
        return new ColumnMentions(standIns, WatchService.CONTEXT_TABLE, "false", Map.of("body", 4_000));
    }

    @Bean
    static IdentityReference namesInFeeds(TextStandIns standIns) {
        return new ColumnMentions(standIns, FeedRepository.TABLE, "false", Map.of("title", 200));
    }

    @Bean
    static IdentityReference namesInFeedEntries(TextStandIns standIns) {
        return new ColumnMentions(standIns, FeedRepository.ENTRY_TABLE, "false", Map.of("title", 300));
    }

    @Bean
    static IdentityReference namesInDigests(TextStandIns standIns) {
        return new ColumnMentions(standIns, DigestService.TABLE, "false", Map.of("title", 200, "body", 10_000));
    }
}

/**
 * The example organisation: a fictional one, with its plan, its people and two years of work, so that a first start
 * shows the program in use. It is created by the ordinary use cases, each as the person responsible, in one
 * transaction. Main words: the cast (users who may sign in), the calendar (its days move with today), the chapters
 * (directory, plans, realisations, hours). Its data is in {@code resources/example}. It owns no table and no page.
 */
@ApplicationModule(
        displayName = "Example organisation",
        allowedDependencies = {
            "platform.access",
            "platform.command",
            "platform.currency",
            "platform.database",
            "platform.document",
            "platform.geography",
            "platform.settings",
            "platform.table",
            "platform.text",
            "directory.consent",
            "directory.consent :: use-cases",
            "directory.exchange",
            "directory.handover",
            "directory.handover :: use-cases",
            "directory.people",
            "directory.protection",
            "directory.protection :: use-cases",
            "directory.representative :: use-cases",
            "directory.people :: merging",
            "directory.people :: use-cases",
            "identity",
            "identity :: use-cases",
            "resources.declaration",
            "resources.declaration :: use-cases",
            "resources.delegation",
            "resources.delegation :: use-cases",
            "resources.dues",
            "resources.dues :: use-cases",
            "resources.fund",
            "resources.fund :: use-cases",
            "resources.grant",
            "resources.grant :: use-cases",
            "resources.ledger",
            "resources.ledger :: use-cases",
            "resources.membership",
            "resources.membership :: use-cases",
            "resources.prospect",
            "resources.prospect :: use-cases",
            "resources.spending",
            "resources.spending :: use-cases",
            "resources.impact :: use-cases",
            "resources.subsidy",
            "resources.subsidy :: use-cases",
            "outreach.assembly",
            "outreach.assembly :: use-cases",
            "cooperation.partner",
            "cooperation.partner :: use-cases",
            "cooperation.project",
            "cooperation.project :: use-cases",
            "plan.actionplan",
            "plan.actionplan :: use-cases",
            "plan.calendar :: use-cases",
            "plan.howto :: use-cases",
            "plan.preparation :: use-cases",
            "plan.reading :: use-cases",
            "plan.realisation",
            "plan.realisation :: use-cases",
            "plan.report",
            "plan.time :: use-cases"
        })
@NullMarked
package org.convergence.example;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.convergence.plan.actionplan.web;

import java.util.Locale;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.platform.database.NotFound;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Converts a level in an address: {@code means} is {@link LineLevel#MEANS}. */
@Configuration(proxyBeanMethods = false)
class LevelConverter implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LineLevel.class, LevelConverter::read);
    }

    private static LineLevel read(String slug) {
        for (LineLevel level : LineLevel.values()) {
            if (level != LineLevel.PLAN && level.name().toLowerCase(Locale.ROOT).equals(slug)) {
                return level;
            }
        }
        throw new NotFound("level");
    }
}

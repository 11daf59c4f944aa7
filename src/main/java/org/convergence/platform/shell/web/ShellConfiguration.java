package org.convergence.platform.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import org.convergence.platform.shell.SavedFormInterceptor;
import org.convergence.platform.shell.TextCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Configures Spring MVC: templates as views, forms as arguments, static files, languages. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration {

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, ShellConfiguration.class.getClassLoader(), "org.convergence");
    }

    /** With a bean of this name, Spring Boot does not add its own resolver of views. */
    @Bean
    ViewResolver viewResolver(TemplateEngine templates, ShellFactory frames) {
        return (name, locale) -> new JteView(templates, name, frames);
    }

    @Bean
    StaticFiles assets() {
        return new StaticFiles();
    }

    @Bean
    HandlerMapping assetMapping(StaticFiles assets) {
        StaticFileHandler handler = new StaticFileHandler(assets);
        var mapping = new SimpleUrlHandlerMapping(Map.of("/static/**", handler, "/favicon.ico", handler));
        mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return mapping;
    }

    @Bean
    static WebMvcRegistrations routes(PlatformTransactionManager transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new PageHandlerAdapter(transactions);
            }

            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PrefixRouteMapping();
            }
        };
    }

    @Bean
    RequestLanguageResolver localeResolver(CachedSettings settings) {
        return new RequestLanguageResolver(settings);
    }

    @Bean
    static WebMvcConfigurer forms(
            ObjectProvider<SavedFormInterceptor> kept,
            ObjectProvider<ShellFactory> frames,
            ObjectProvider<TextCheck> checks) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverterFactory(new IdentifierConverter());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FormArgumentResolver());
                resolvers.add(new WordsArgumentResolver(frames.getObject()));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new JsonRequestConverter());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TextCheckInterceptor(checks.stream().toList()));
                registry.addInterceptor(new ApiFormFields()).addPathPatterns("/api/**");
                registry.addInterceptor(kept.getObject()).excludePathPatterns("/static/**", "/api/**");
            }
        };
    }
}

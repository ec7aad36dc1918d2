package io.lodestone.certificates;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lodestone.certificates");

    /** The features with a model; {@code dossier} and {@code ledger} are clients of other services, and flat. */
    private static final String[] MODELS = {
        "..certificates.certificate", "..certificates.determination", "..certificates.ruleset", "..certificates.trust"
    };

    @Test
    void the_model_knows_no_framework_and_no_rim() {
        // Of Vert.x it uses the buffer, as its word for bytes that nobody changes.
        noClasses()
                .that()
                .resideInAnyPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.smallrye..",
                        "jakarta..",
                        "io.quarkus..",
                        "org.hibernate..",
                        "..certificates.session",
                        "..certificates.*.app",
                        "..certificates.*.api",
                        "..certificates.*.store")
                .check(CLASSES);
    }

    @Test
    void use_cases_know_neither_the_edge_nor_the_tables() {
        noClasses()
                .that()
                .resideInAPackage("..certificates.*.app")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..certificates.*.api",
                        "..certificates.*.store",
                        "jakarta.ws.rs..",
                        "jakarta.persistence..",
                        "org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void nobody_but_the_container_knows_stores_and_resources() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..certificates.*.store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..certificates.*.store")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..certificates.*.api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..certificates.*.api")
                .check(CLASSES);
    }

    @Test
    void entities_are_seen_in_their_store_alone() {
        List<String> seen = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .filter(type -> !type.getPackageName().endsWith(".store")
                        || type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .map(type -> type.getFullName())
                .toList();
        assertThat(seen).isEmpty();
        assertThat(CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .hasSize(3);
    }

    @Test
    void nothing_waits_or_subscribes() {
        noClasses()
                .should()
                .callMethod(Uni.class, "await")
                .orShould()
                .callMethod(Uni.class, "subscribe")
                .orShould()
                .callMethod(Uni.class, "subscribeAsCompletionStage")
                .orShould()
                .callMethod(Multi.class, "subscribe")
                .check(CLASSES);
    }

    @Test
    void time_and_chance_come_in_from_outside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }

    @Test
    void x509_is_made_in_trust_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..certificates.trust")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CLASSES);
    }

    @Test
    void every_resource_method_says_who_may_call_it() {
        List<JavaMethod> methods = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(ArchitectureTest::isResourceMethod)
                .toList();
        assertThat(methods).hasSizeGreaterThan(7);
        assertThat(methods).allMatch(method -> saysWhoMay(method) || saysWhoMay(method.getOwner()));
    }

    private static boolean isResourceMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .anyMatch(type -> type.isAnnotatedWith(HttpMethod.class)
                        || type.getPackageName().equals("jakarta.ws.rs")
                                && List.of("GET", "POST", "PUT", "PATCH", "DELETE")
                                        .contains(type.getSimpleName()));
    }

    private static boolean saysWhoMay(CanBeAnnotated owner) {
        return owner.isAnnotatedWith(RolesAllowed.class)
                || owner.isAnnotatedWith(PermitAll.class)
                || owner.isAnnotatedWith(Authenticated.class);
    }
}

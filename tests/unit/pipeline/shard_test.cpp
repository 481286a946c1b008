// Which shard: words, variables of engines, and the hash that must never change.
#include <gtest/gtest.h>

#include <map>

#include <mingdan/shard.h>

#include "wrap/xxhash.h"

namespace mingdan {
namespace {

using Variables = std::map<std::string, std::string, std::less<>>;

Result<Shard> said_by(const Variables& variables) {
    return shard_of_environment([&](const char* name) -> const char* {
        const auto found = variables.find(std::string_view(name));
        return found == variables.end() ? nullptr : found->second.c_str();
    });
}

std::string in_words(const Result<Shard>& shard) {
    return shard ? std::to_string(shard->number) + "/" + std::to_string(shard->of) : shard.error().message;
}

TEST(Shard, a_word_counts_from_0) {
    EXPECT_EQ(in_words(read_shard("0/7")), "0/7");
    EXPECT_EQ(in_words(read_shard("6/7")), "6/7");
    EXPECT_EQ(in_words(read_shard("7/7")), "\"7/7\": shards are counted from 0, and 7 is none of 7");
    EXPECT_EQ(in_words(read_shard("0/0")), "\"0/0\": there is no shard of none");
    for (const char* word : {"", "1", "/", "1/", "/7", "-1/7", "a/b", "1/7/9", " 1/7", "1/99999999999", "0x1/7"}) {
        const Result<Shard> shard = read_shard(word);
        ASSERT_FALSE(shard) << word;
        EXPECT_EQ(shard.error().code, ErrorCode::usage);
        EXPECT_NE(shard.error().hint, "");
    }
}

TEST(Shard, engines_say_it_by_their_variables) {
    const std::pair<Variables, const char*> cases[] = {
        {{{"SLURM_ARRAY_TASK_ID", "4"},
          {"SLURM_ARRAY_TASK_MIN", "1"},
          {"SLURM_ARRAY_TASK_MAX", "7"},
          {"SLURM_ARRAY_TASK_COUNT", "7"}},
         "3/7"},
        {{{"SLURM_ARRAY_TASK_ID", "3"},
          {"SLURM_ARRAY_TASK_MIN", "3"},
          {"SLURM_ARRAY_TASK_MAX", "3"},
          {"SLURM_ARRAY_TASK_COUNT", "1"},
          {"MINGDAN_SHARDS", "7"}},
         "3/7"},
        {{{"JOB_COMPLETION_INDEX", "2"}, {"JOB_COMPLETIONS", "5"}}, "2/5"},
        {{{"JOB_COMPLETION_INDEX", "2"}, {"MINGDAN_SHARDS", "6"}}, "2/6"},
        {{{"OMPI_COMM_WORLD_RANK", "0"}, {"OMPI_COMM_WORLD_SIZE", "4"}}, "0/4"},
        {{{"PMI_RANK", "3"}, {"PMI_SIZE", "4"}}, "3/4"},
        {{{"PARALLEL_SEQ", "1"}, {"MINGDAN_SHARDS", "2"}}, "0/2"},
        // a single MPI rank inside a task of an array
        {{{"SLURM_ARRAY_TASK_ID", "1"}, {"SLURM_ARRAY_TASK_COUNT", "2"}, {"PMI_RANK", "0"}, {"PMI_SIZE", "1"}}, "1/2"},
        {{{"OMPI_COMM_WORLD_RANK", "1"}, {"OMPI_COMM_WORLD_SIZE", "2"}, {"PMI_RANK", "1"}, {"PMI_SIZE", "2"}}, "1/2"},
    };
    for (const auto& [variables, wanted] : cases) {
        EXPECT_EQ(in_words(said_by(variables)), wanted);
    }
}

TEST(Shard, variables_that_say_nothing_half_or_two_things_are_refused) {
    const std::pair<Variables, const char*> cases[] = {
        {{}, "which shard is this? No variable of an array job says it"},
        {{{"MINGDAN_SHARDS", "3"}}, "which shard is this? No variable of an array job says it"},
        {{{"PARALLEL_SEQ", "1"}}, "PARALLEL_SEQ is set, but MINGDAN_SHARDS is not: one shard of how many?"},
        {{{"JOB_COMPLETION_INDEX", "1"}},
         "JOB_COMPLETION_INDEX is set, but MINGDAN_SHARDS is not: one shard of how many?"},
        {{{"PARALLEL_SEQ", "0"}, {"MINGDAN_SHARDS", "2"}}, "PARALLEL_SEQ=0, MINGDAN_SHARDS=2 is no shard"},
        {{{"PMI_RANK", "x"}, {"PMI_SIZE", "2"}}, "PMI_RANK=x, PMI_SIZE=2 is no shard"},
        {{{"PMI_RANK", "2"}, {"PMI_SIZE", "2"}},
         "PMI_RANK=2, PMI_SIZE=2: shards are counted from 0, and 2 is none of 2"},
        {{{"SLURM_ARRAY_TASK_ID", "4"},
          {"SLURM_ARRAY_TASK_MIN", "0"},
          {"SLURM_ARRAY_TASK_MAX", "12"},
          {"SLURM_ARRAY_TASK_COUNT", "4"}},
         "SLURM_ARRAY_TASK_ID: the array has gaps, so its numbers are none of shards"},
        {{{"PMI_RANK", "0"}, {"PMI_SIZE", "2"}, {"PARALLEL_SEQ", "1"}, {"MINGDAN_SHARDS", "3"}},
         "the variables of two engines say different shards, 0/2 and 0/3"},
    };
    for (const auto& [variables, wanted] : cases) {
        EXPECT_EQ(in_words(said_by(variables)), wanted);
    }
}

TEST(Shard, the_hash_of_an_id_is_the_same_everywhere_and_always) {
    EXPECT_EQ(xxh3_64(""), 0x2D06800538D394C2u);  // the published value of XXH3 for no bytes
    EXPECT_EQ(shard_of("2023/notice.docx", 1), 0u);
    EXPECT_EQ(shard_of("2023/notice.docx", 7), xxh3_64("2023/notice.docx") % 7);
}

}  // namespace
}  // namespace mingdan

/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Tasks: functions that run for ever, each at its own pace, for simulation on a host compiler with POSIX contexts.
///
/// There is one thread. A task runs while somebody waits at an empty stream, until it waits at one itself or its function
/// returns; so a simulation is the same every time. If all wait, the stream that was read first ends the simulation.
#ifndef MNIST_HLS_SIM_HLS_TASK_H
#define MNIST_HLS_SIM_HLS_TASK_H

#include <ucontext.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "hls_stream.h"
#include "hls_streamofblocks.h"

#define hls_thread_local thread_local
#define HLS_TASK hls_thread_local hls::task
#define HLS_TASK_STREAM hls_thread_local hls::stream
#define HLS_TASK_STREAM_OF_BLOCKS hls_thread_local hls::stream_of_blocks

namespace hls {

namespace task_detail {

/// A function that is called again and again, on a stack of its own.
struct Fiber {
  std::function<void()> body;
  std::unique_ptr<char[]> stack;
  ucontext_t context;
  bool started = false;
};

/// All tasks of the program, in the order of their making.
class Scheduler {
 public:
  static Scheduler& instance() {
    static Scheduler scheduler;
    return scheduler;
  }

  Fiber* add(std::function<void()> body) {
    stream_detail::yield() = &Scheduler::yield;
    fibers_.push_back(std::make_unique<Fiber>());
    Fiber& fiber = *fibers_.back();
    fiber.body = std::move(body);
    fiber.stack.reset(new char[kStack]);
    getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.get();
    fiber.context.uc_stack.ss_size = kStack;
    fiber.context.uc_link = &waiting_;
    makecontext(&fiber.context, &Scheduler::enter, 0);
    return &fiber;
  }

  void remove(const Fiber* fiber) {
    fibers_.erase(std::remove_if(fibers_.begin(), fibers_.end(),
                                 [=](const std::unique_ptr<Fiber>& other) { return other.get() == fiber; }),
                  fibers_.end());
  }

 private:
  static constexpr std::size_t kStack = 1024 * 1024;

  /// From a task: back to who waits. From outside: every task runs once.
  static stream_detail::Yielded yield() {
    Scheduler& self = instance();
    if (self.running_ != nullptr) {
      swapcontext(&self.running_->context, &self.waiting_);
      return stream_detail::Yielded::kInTask;
    }
    bool changed = false;
    for (std::size_t i = 0; i < self.fibers_.size(); ++i) {
      changed |= self.resume(*self.fibers_[i]);
    }
    return changed ? stream_detail::Yielded::kChanged : stream_detail::Yielded::kNothing;
  }

  /// Whether the task did more than to look at the stream at which it waits.
  bool resume(Fiber& fiber) {
    const bool isNew = !fiber.started;
    const std::size_t successes = stream_detail::successes();
    const std::size_t returns = returns_;
    fiber.started = true;
    running_ = &fiber;
    swapcontext(&waiting_, &fiber.context);
    running_ = nullptr;
    return isNew || stream_detail::successes() != successes || returns_ != returns;
  }

  static void enter() {
    Scheduler& self = instance();
    Fiber* const fiber = self.running_;
    for (;;) {
      fiber->body();
      ++self.returns_;
      swapcontext(&fiber->context, &self.waiting_);
    }
  }

  std::vector<std::unique_ptr<Fiber>> fibers_;
  ucontext_t waiting_;
  Fiber* running_ = nullptr;
  std::size_t returns_ = 0;
};

/// Objects and arrays are passed as they are, numbers by value.
template <typename T>
std::enable_if_t<!std::is_scalar<T>::value, std::reference_wrapper<T>> argument(T& object) {
  return std::ref(object);
}
template <typename T>
std::enable_if_t<std::is_scalar<T>::value, T> argument(T& value) {
  return value;
}

}  // namespace task_detail

/// Runs a function from its making to its end, as hardware without a start signal does.
class task {
 public:
  task() = default;
  template <typename Function, typename... Arguments>
  explicit task(Function function, Arguments&&... arguments) {
    (*this)(function, std::forward<Arguments>(arguments)...);
  }
  task(const task&) = delete;
  task& operator=(const task&) = delete;
  ~task() { task_detail::Scheduler::instance().remove(fiber_); }

  template <typename Function, typename... Arguments>
  void operator()(Function function, Arguments&&... arguments) {
    fiber_ = task_detail::Scheduler::instance().add(std::bind(function, task_detail::argument(arguments)...));
  }

 private:
  task_detail::Fiber* fiber_ = nullptr;
};

}  // namespace hls

#endif
